import { byCodeUnits, Decimal, type DecimalText, type Instant } from '@docket/kernel';
import type { Reservation } from './reservation';

/** How long increments of one undertaking count together: 365 days, whatever the calendar says. */
const WINDOW_MS = 365 * 86_400_000;

/** A dependency as far as it links: two that are chosen together, or one that is worth nothing without the other. */
export type Link = Readonly<{ kind: string; from: string; to: string }>;

const LINKING: ReadonlySet<string> = new Set(['requires', 'together-with']);

const neighboursIn = (links: Iterable<Link>): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  const add = (one: string, other: string) => found.set(one, [...(found.get(one) ?? []), other]);
  for (const { kind, from, to } of links)
    if (LINKING.has(kind)) {
      add(from, to);
      add(to, from);
    }
  return found;
};

/** The components that `requires` and `together-with` link to one, over any number of steps and in both directions; in order. */
export const linkedTo = (projectId: string, links: Iterable<Link>): readonly string[] => {
  const neighbours = neighboursIn(links);
  // a Set goes on to what is added while it is walked through
  const reached = new Set([projectId]);
  for (const at of reached) for (const one of neighbours.get(at) ?? []) reached.add(one);
  reached.delete(projectId);
  return [...reached].sort(byCodeUnits);
};

/** A node on the way from a component to the portfolio. */
export type PathNode = Readonly<{ nodeId: string; kind: 'sub-portfolio' | 'programme' }>;

/** The outermost programme on a path, innermost node first: what stands in one programme is one undertaking. */
export const programmeIn = (path: readonly PathNode[]): string | null =>
  path.findLast(({ kind }) => kind === 'programme')?.nodeId ?? null;

/** A component with what counts together with it. */
export type Undertaking = Readonly<{
  projectId: string;
  programme: string | null;
  linked: readonly string[];
}>;

/** What a motion on a component would authorise. */
export type Increase = Readonly<{ motionId: string; of: Undertaking; value: DecimalText; at: Instant }>;

const isOneUndertaking = (of: Undertaking, before: Reservation): boolean =>
  before.projectId === of.projectId ||
  of.linked.includes(before.projectId) ||
  before.linked.includes(of.projectId) ||
  (of.programme !== null && of.programme === before.programme);

const isWithinWindow = (at: Instant, before: Instant): boolean =>
  before <= at && Date.parse(at) - Date.parse(before) < WINDOW_MS;

/** The value a motion counts, and the motions it counts together with, in order. */
export type CountedValue = Readonly<{ counted: DecimalText; together: readonly string[] }>;

/**
 * The value of a motion for a limit per decision: its own increase, and what was reserved or confirmed within 365 days before, in any
 * account of the portfolio, for the same component, for one linked to it now or then, or for one of the same programme. A motion that
 * authorises no increase counts nothing.
 */
export const countedValue = (
  { motionId, of, value, at }: Increase,
  accounts: Iterable<Reservation>,
): CountedValue => {
  if (Decimal.of(value).isZero) return { counted: '0', together: [] };
  const before = new Map<string, DecimalText>();
  for (const one of accounts)
    if (one.motionId !== motionId && isOneUndertaking(of, one) && isWithinWindow(at, one.at))
      before.set(one.motionId, one.value);
  const increases = [...before.values()].map((one) => Decimal.of(one));
  const together = [...before].filter(([, one]) => !Decimal.of(one).isZero).map(([id]) => id);
  return {
    counted: Decimal.sum([Decimal.of(value), ...increases]).toString(),
    together: together.sort(byCodeUnits),
  };
};
