import { byCodeUnits } from '@docket/kernel';
import type { Dependency } from './dependency-path';

/** Who is chosen is chosen with whom: what is required, and what is together with it, from either end. */
export type Need = Readonly<{ who: string; whom: string; kind: 'requires' | 'together-with' }>;

/** A project that could never be chosen: what it needs, step by step, on one way and the other, excludes each other. */
export type Contradiction = Readonly<{
  project: string;
  ways: readonly [readonly Need[], readonly Need[]];
  excluded: readonly [string, string];
}>;

const needsOf = ({ kind, from, to }: Dependency): readonly Need[] => {
  switch (kind) {
    case 'requires':
      return [{ who: from, whom: to, kind }];
    case 'together-with':
      return [
        { who: from, whom: to, kind },
        { who: to, whom: from, kind },
      ];
    default:
      return [];
  }
};

/** By each project, the needs that lead to it. */
const leadingTo = (dependencies: readonly Dependency[]): ReadonlyMap<string, readonly Need[]> =>
  Map.groupBy(dependencies.flatMap(needsOf), ({ whom }) => whom);

/** Everybody who needs this project, each with the first step of the shortest way to it; itself with none. */
const needing = (
  leading: ReadonlyMap<string, readonly Need[]>,
  project: string,
): ReadonlyMap<string, Need | undefined> => {
  const firstStep = new Map<string, Need | undefined>([[project, undefined]]);
  // a Map goes on to what is added while it is walked through: breadth first
  for (const at of firstStep.keys())
    for (const need of leading.get(at) ?? []) if (!firstStep.has(need.who)) firstStep.set(need.who, need);
  return firstStep;
};

const wayFrom = (firstStep: ReadonlyMap<string, Need | undefined>, start: string): readonly Need[] => {
  const way: Need[] = [];
  for (let step = firstStep.get(start); step; step = firstStep.get(step.whom)) way.push(step);
  return way;
};

/** Whoever needs both of two projects, as a contradiction; the one with the shortest ways first. */
const needingBoth = (
  dependencies: readonly Dependency[],
  [one, other]: readonly [string, string],
): readonly Contradiction[] => {
  const leading = leadingTo(dependencies);
  const [toOne, toOther] = [needing(leading, one), needing(leading, other)];
  const length = ({ ways: [here, there] }: Contradiction): number => here.length + there.length;
  return [...toOne.keys()]
    .filter((project) => toOther.has(project))
    .map((project): Contradiction => ({
      project,
      ways: [wayFrom(toOne, project), wayFrom(toOther, project)],
      excluded: [one, other],
    }))
    .sort((a, b) => length(a) - length(b) || byCodeUnits(a.project, b.project));
};

const isExclusion = ({ kind }: Dependency): boolean => kind === 'excludes';

/** Whether one of a pair is needed by one end of what is added: only then it can complete a contradiction. */
const concerns = (
  after: readonly Dependency[],
  { from, to }: Dependency,
): ((pair: Dependency) => boolean) => {
  const leading = leadingTo(after.map((one) => ({ ...one, from: one.to, to: one.from })));
  const needed = new Set([...needing(leading, from).keys(), ...needing(leading, to).keys()]);
  return (pair) => needed.has(pair.from) || needed.has(pair.to);
};

/**
 * What a dependency, added to others, makes impossible: a project that would need two that exclude each other. Where the
 * others contradict themselves without it, that is not its doing.
 */
export const contradictionBy = (
  added: Dependency,
  others: readonly Dependency[],
): Contradiction | undefined => {
  const after = [...others, added];
  if (isExclusion(added)) return needingBoth(after, [added.from, added.to])[0];
  for (const { from, to } of others.filter(isExclusion).filter(concerns(after, added))) {
    const before = new Set(needingBoth(others, [from, to]).map(({ project }) => project));
    const found = needingBoth(after, [from, to]).find(({ project }) => !before.has(project));
    if (found) return found;
  }
  return undefined;
};

/** The contradiction in words; `named` quotes a project. */
export const contradictionInWords = (
  { project, ways, excluded: [one, other] }: Contradiction,
  named: (projectId: string) => string,
): string => {
  const step = ({ who, whom, kind }: Need): string =>
    kind === 'requires'
      ? `${named(who)} requires ${named(whom)}`
      : `${named(who)} stands together with ${named(whom)}`;
  const steps = [...new Set(ways.flat().map(step))];
  return `${named(project)} could never be chosen: ${[...steps, `${named(one)} excludes ${named(other)}`].join(', and ')}.`;
};
