import { operator, reachOf, samplePeople, type Operation } from '@docket/identity';
import { digestOfBody, newIdFor, type Instant, type Request } from '@docket/kernel';
import type { Illustration } from './illustration';

/** What somebody says; `key` tells it apart from everything else they say in this way. */
type Saying = Readonly<{ by: string; operation: Operation; key: string; body: object }>;

/** How whoever speaks in an illustration is known: by the sample, which makes up what they say. */
export const MADE_UP = 'sample';

const people = [...samplePeople, operator];

/**
 * Makes the requests with which the people of the sample speak, each within their rights. They are the same every time, so that
 * a start that goes on where one was broken off finds what is said already. `dated`: it was known at that moment, else now.
 */
export const requestsAt =
  (correlationId: string) =>
  ({ by, operation, key, body }: Saying, dated?: Instant): Request => {
    const reach = reachOf(people.find(({ id }) => id === by)?.roles ?? [], operation);
    if (reach === 'nothing') throw new Error(`The illustration has ${by} ${operation}, who may not.`);
    return {
      actor: by,
      authentication: MADE_UP,
      reach,
      operation,
      key: `sample/${key}`,
      bodyDigest: digestOfBody(body),
      correlationId,
      origin: 'import',
      ...(dated === undefined ? {} : { knownAt: dated }),
    };
  };

export type Requests = ReturnType<typeof requestsAt>;

/** Adds an objective of the illustration. */
export const adding = ({ key, by, ...body }: Illustration['objectives'][number]): Saying => ({
  by,
  operation: 'add-objective',
  key: `objective/${key}`,
  body,
});

/** Proposes a project of the illustration. */
export const proposing = ({ key, by, ...body }: Illustration['proposals'][number]): Saying => ({
  by,
  operation: 'propose-project',
  key: `proposal/${key}`,
  body,
});

const idMade = (saying: Saying): string => newIdFor(requestsAt('')(saying));

/** The ids that what the illustration adds and proposes will have, by key. */
export const objectiveIds = ({ objectives }: Illustration): ReadonlyMap<string, string> =>
  new Map(objectives.map((one) => [one.key, idMade(adding(one))]));

export const proposalIds = ({ proposals }: Illustration): ReadonlyMap<string, string> =>
  new Map(proposals.map((one) => [one.key, idMade(proposing(one))]));

/**
 * Makes the requests for what a process would have done, had it not been long ago: imported facts start none, so that what
 * followed from them is imported, too.
 */
export const followingAt =
  (correlationId: string) =>
  (operation: string, about: string, body: object, knownAt: Instant): Request => ({
    actor: operator.id,
    authentication: MADE_UP,
    operation,
    key: `sample/${about}@${knownAt}`,
    bodyDigest: digestOfBody(body),
    correlationId,
    origin: 'import',
    knownAt,
  });

export type Following = ReturnType<typeof followingAt>;

/** The id of what somebody creates by saying so. */
export const idCreatedBy = (saying: Omit<Saying, 'body'>): string => idMade({ ...saying, body: {} });
