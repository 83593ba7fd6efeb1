import type { DependencyKind } from './dependency.events';

/** One dependency between two projects, by their ids. */
export type Dependency = Readonly<{ kind: DependencyKind; from: string; to: string }>;

/** Who waits for whom: what is required is waited for, and so is what finishes first. The others let nobody wait. */
export const waiting = ({
  kind,
  from,
  to,
}: Dependency): Readonly<{ who: string; whom: string }> | undefined => {
  if (kind === 'requires') return { who: from, whom: to };
  return kind === 'finish-before-start' ? { who: to, whom: from } : undefined;
};

const waitedFor = (dependencies: Iterable<Dependency>): ReadonlyMap<string, readonly string[]> => {
  const whoms = new Map<string, string[]>();
  for (const dependency of dependencies) {
    const wait = waiting(dependency);
    if (wait) whoms.set(wait.who, [...(whoms.get(wait.who) ?? []), wait.whom]);
  }
  return whoms;
};

/** From the goal back to the start, by where each was reached from. */
const walkedBack = (
  reachedFrom: ReadonlyMap<string, string | undefined>,
  goal: string,
): readonly string[] => {
  const path: string[] = [];
  for (let at: string | undefined = goal; at !== undefined; at = reachedFrom.get(at)) path.unshift(at);
  return path;
};

/** The shortest way from one project to another along what they wait for, both ends included; `undefined` where there is none. */
export const pathBetween = (
  dependencies: Iterable<Dependency>,
  start: string,
  goal: string,
): readonly string[] | undefined => {
  const next = waitedFor(dependencies);
  const reachedFrom = new Map<string, string | undefined>([[start, undefined]]);
  // a Map goes on to what is added while it is walked through: breadth first
  for (const at of reachedFrom.keys()) {
    if (at === goal) return walkedBack(reachedFrom, goal);
    for (const one of next.get(at) ?? []) if (!reachedFrom.has(one)) reachedFrom.set(one, at);
  }
  return undefined;
};
