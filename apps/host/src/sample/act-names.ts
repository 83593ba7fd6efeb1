import { bodyIdOf, conditionIdOf } from '@docket/governance';
import type { Operation } from '@docket/identity';
import { idCreatedBy } from './illustration-requests';
import { actsOf, type Act, type ActName, type IllustratedDecisions } from './illustrated-acts';
import { named } from './illustration-steps';

/** The ids of what the decisions of a sample name, by the keys of the file or, for listed projects, by name. */
export type Names = Readonly<{
  node: (key: string) => string;
  project: (key: string) => string;
  body: (key: string) => string;
  grant: (key: string) => string;
  motion: (key: string) => string;
  condition: (of: Readonly<{ motion: string; place: number }>) => string;
}>;

type Creating = Extract<Act, { key: string }>;

/** With which key something is created: from it, and from who says it, the id follows. */
export const keyOf = ({ act, key }: Pick<Creating, 'act' | 'key'>): string => `${act}/${key}`;

const OPERATIONS = {
  'add-node': 'add-node',
  propose: 'propose-project',
  grant: 'grant-authority',
  table: 'table-motion',
} as const satisfies { readonly [Name in ActName]?: Operation };

type Created = keyof typeof OPERATIONS;

const are =
  <Name extends ActName>(name: Name) =>
  (act: Act): act is Extract<Act, { act: Name }> =>
    act.act === name;

const createdIn = (acts: readonly Act[], name: Created): ReadonlyMap<string, string> =>
  new Map(
    acts
      .filter(are(name))
      .map((act) => [
        act.key,
        idCreatedBy({ by: act.by, operation: OPERATIONS[name], key: keyOf(act) }),
      ]),
  );

/** Names what a file of decisions is about. @throws NothingOfThatName when one of the names is asked for that nothing has */
export const namesIn = (
  decisions: IllustratedDecisions,
  { portfolioId, listed }: Readonly<{ portfolioId: string; listed: ReadonlyMap<string, string> }>,
): Names => {
  const acts = actsOf(decisions);
  const bodies = acts
    .filter(are('establish'))
    .map(({ key, name }) => [key, bodyIdOf(portfolioId, name)] as const);
  const motion = named(createdIn(acts, 'table'));
  return {
    node: named(createdIn(acts, 'add-node')),
    project: named(createdIn(acts, 'propose'), listed),
    body: named(new Map(bodies)),
    grant: named(createdIn(acts, 'grant')),
    motion,
    condition: ({ motion: key, place }) => conditionIdOf(motion(key), place),
  };
};
