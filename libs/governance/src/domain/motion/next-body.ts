import { refuse, type Refused } from '@docket/kernel';
import { isLimitedBy, type Route, type Step } from '../grant/route';
import type { BodyState } from '../body';
import type { AuthorityAround, MotionRefusal } from './motion.commands';
import type { EscalationGround } from './motion.events';

/** A body to which a motion can go, and the grant by which that may decide; null where nobody has limited it. */
export type Next = Readonly<{ outcome: 'next'; to: string; under: string | null }>;

/** Where a motion stands that is to be passed on. `met`: the body it is before, and those it was before. */
export type PassingOn = Readonly<{
  bodyId: string;
  portfolioId: string;
  met: ReadonlySet<string>;
  ground: EscalationGround;
  route: Route;
  grants: AuthorityAround['grants'];
  named: Readonly<{ bodyId: string; body: BodyState }> | undefined;
}>;

/**
 * The steps of the way up that are left: where the body has not the authority, whoever permits it; where it has, and lacks people, those
 * above its own.
 */
const stepsAbove = ({ bodyId, ground, route: { steps } }: PassingOn): readonly Step[] => {
  if (ground === 'beyond-authority') return steps;
  const own = steps.findIndex((step) => step.bodyId === bodyId && step.refusal === null);
  return own < 0 ? [] : steps.slice(own + 1);
};

/** The body at the root of its own grants, where nobody has limited that: who delegated without a limit decides without one. */
const unlimitedRoot = ({ bodyId, met, grants, route: { steps } }: PassingOn): string | undefined => {
  const isLimited = isLimitedBy(grants);
  const roots = steps
    .filter((step) => step.bodyId === bodyId)
    .flatMap(({ chain }) => {
      const from = chain.grants.at(-1)?.from;
      return from?.kind === 'body' ? [from.bodyId] : [];
    });
  return roots.find((root) => !isLimited(root) && !met.has(root));
};

const circle = (to: string): Refused<MotionRefusal> =>
  refuse(
    'escalation-in-a-circle',
    `The motion is before body ${to} or came from there: it goes on to a body it was not before.`,
  );

const another = (to: string): Refused<MotionRefusal> =>
  refuse(
    'not-the-next-body',
    `Body ${to} comes next: it may decide this under a grant. Leave the body out, or name that one.`,
  );

const nobody = (why: string): Refused<MotionRefusal> =>
  refuse(
    'no-body-with-authority',
    `${why} The motion stays as it is: ask who may decide on the project, and name a body that nobody has limited; where there is none, grant the authority first.`,
  );

/** The body somebody named, where nothing but a body without a limit is left. */
const namedOne = ({ named, portfolioId, met, grants }: PassingOn): Next | Refused<MotionRefusal> => {
  if (!named) return nobody('No grant permits this, and no body without a limit is known from the grants.');
  const { bodyId: to, body } = named;
  if (met.has(to)) return circle(to);
  if (body.status === 'absent')
    return refuse('body-unknown', 'There is no such body. List the bodies of the portfolio.');
  if (body.portfolioId !== portfolioId)
    return refuse('another-portfolio', 'The body is of another portfolio. Choose one of this.');
  if (isLimitedBy(grants)(to)) return nobody(`No grant of body ${to} permits this.`);
  return { outcome: 'next', to, under: null };
};

/**
 * To which body a motion goes: the lowest grant that permits it and whose body it was not before yet; else a body that nobody has limited, the one at the
 * root of its own grants, or one that is named. No body twice, so that passing on ends.
 */
export const nextBody = (passing: PassingOn): Next | Refused<MotionRefusal> => {
  const { met, named } = passing;
  const step = stepsAbove(passing).find((one) => one.refusal === null && !met.has(one.bodyId));
  const root = step ? undefined : unlimitedRoot(passing);
  if (named && step && named.bodyId !== step.bodyId)
    return met.has(named.bodyId) ? circle(named.bodyId) : another(step.bodyId);
  if (step) return { outcome: 'next', to: step.bodyId, under: step.grantId };
  return root !== undefined && named === undefined
    ? { outcome: 'next', to: root, under: null }
    : namedOne(passing);
};
