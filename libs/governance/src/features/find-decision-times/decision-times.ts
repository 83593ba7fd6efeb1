import { byCodeUnits, Decimal, type DecimalText, type Instant } from '@docket/kernel';
import type { FormerBallotJson, MotionRow } from '../../governance.tables';
import { endedBallots } from '../ended-ballots';

const REASONS = {
  'nothing-decided': 'No decision has been recorded by then.',
  'no-ballot-ended': 'No ballot has ended by then.',
} as const;

/**
 * How long something took, over `count` times: the median, the shortest and the longest, in days of 24 hours, rounded half-even to six places.
 * Of an even number of times the median is the mean of the middle two. Where there is none it is not available: never 0.
 */
export type Durations = Readonly<
  | { count: number; unit: 'days'; median: DecimalText; shortest: DecimalText; longest: DecimalText }
  | { count: 0; unit: 'days'; median: null; unavailable: keyof typeof REASONS; reason: string }
>;

/** How long a body, or all of a portfolio, took to decide. */
export type DecisionTimes = Readonly<{
  /** From the tabling of a motion until its decision was recorded, ballots without a quorum between them included. */
  tabledToDecided: Durations;
  /** From the opening of a ballot until its voting ended, those without a quorum included. */
  openedToEnded: Durations;
}>;

const DAY = Decimal.of(24 * 60 * 60 * 1_000);
const PLACES = 6;

type Span = readonly [from: Instant, to: Instant];

const inDays = (milliseconds: Decimal): DecimalText => milliseconds.dividedBy(DAY, PLACES).toString();

const durationsOf = (spans: readonly Span[], unavailable: keyof typeof REASONS): Durations => {
  const sorted = spans
    .map(([from, to]) => Decimal.of(Date.parse(to) - Date.parse(from)))
    .toSorted((a, b) => a.compare(b));
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  const [shortest, longest] = [sorted.at(0), sorted.at(-1)];
  if (!shortest || !longest)
    return { count: 0, unit: 'days', median: null, unavailable, reason: REASONS[unavailable] };
  const median = Decimal.sum(middle)
    .dividedBy(DAY.times(Decimal.of(middle.length)), PLACES)
    .toString();
  return {
    ...{ count: sorted.length, unit: 'days', median },
    ...{ shortest: inDays(shortest), longest: inDays(longest) },
  };
};

const decided = ({ tabled_at, decision }: MotionRow): readonly Span[] =>
  decision ? [[tabled_at, decision.decidedAt]] : [];

const voted = ({ ballot, outcome }: FormerBallotJson): Span => [ballot.openedAt, outcome.endedAt];

/** The decision times of these motions; of one body its decisions and the ballots it held, also on motions it passed on. Pure, over rows. */
export const decisionTimesIn = (rows: readonly MotionRow[], bodyId?: string): DecisionTimes => {
  const isOf = (one: string) => bodyId === undefined || one === bodyId;
  const ballots = rows.flatMap(endedBallots).filter((ballot) => isOf(ballot.bodyId));
  const decisions = rows.filter(({ body_id }) => isOf(body_id)).flatMap(decided);
  return {
    tabledToDecided: durationsOf(decisions, 'nothing-decided'),
    openedToEnded: durationsOf(ballots.map(voted), 'no-ballot-ended'),
  };
};

/** Those of all motions, and of each body that was asked one, in order of body. */
export type DecisionTimesOfPortfolio = DecisionTimes &
  Readonly<{ bodies: readonly (DecisionTimes & Readonly<{ bodyId: string }>)[] }>;

const bodiesOf = (row: MotionRow): readonly string[] => [
  row.body_id,
  ...endedBallots(row).map(({ bodyId }) => bodyId),
];

/** Of all of these motions, and by body. Pure, over rows. */
export const decisionTimesBy = (rows: readonly MotionRow[]): DecisionTimesOfPortfolio => ({
  ...decisionTimesIn(rows),
  bodies: [...new Set(rows.flatMap(bodiesOf))]
    .toSorted(byCodeUnits)
    .map((bodyId) => ({ bodyId, ...decisionTimesIn(rows, bodyId) })),
});
