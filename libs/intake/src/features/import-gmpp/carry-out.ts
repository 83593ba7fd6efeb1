import { refuse, type Instant, type Receipt, type Refused } from '@docket/kernel';
import type { ProjectStep, RowSteps, YearPlan } from '../../domain/gmpp/import-step';
import type { IntakeRefusal } from '../../domain/intake-refusal';
import { inLanes } from './lanes';

type Answer = Receipt | Refused<string>;

/** How far an import is. `done` and `total` count rows and departures; `year` is the list under way. */
export type ImportProgress = Readonly<{ done: number; total: number; year: number }>;

/** What carrying out needs: each call is one command. */
export type Carrier = Readonly<{
  reach: (year: YearPlan) => Promise<Answer>;
  step: (step: ProjectStep, knownAt: Instant) => Promise<Answer>;
  onProgress: (progress: ImportProgress) => void;
}>;

/** Rows of one year go side by side: the store commits what arrives together at once. */
const LANES = 64;

type Stop = Refused<string>;

const oneAfterTheOther = async (
  steps: readonly ProjectStep[],
  knownAt: Instant,
  carrier: Carrier,
): Promise<Stop | undefined> => {
  for (const step of steps) {
    const answer = await carrier.step(step, knownAt);
    if (answer.outcome === 'refused') return answer;
  }
  return undefined;
};

/** Carries a plan out year by year, and says after a refusal by others what is recorded by then. */
export const carryOut = async (
  years: readonly YearPlan[],
  carrier: Carrier,
): Promise<Refused<IntakeRefusal> | undefined> => {
  const total = years.reduce((sum, { rows, departures }) => sum + rows.length + departures.length, 0);
  let done = 0;
  let recorded = 0;
  const stopped = ({ refusal }: Stop, year: number) =>
    refuse<IntakeRefusal>(
      'import-stopped',
      `The import stopped in the list of ${year}: ${refusal.message} ${recorded} rows of this import are recorded; the same command goes on from there where that still can be.`,
    );
  for (const plan of years) {
    const { year, knownAt, rows, departures } = plan;
    const reached = await carrier.reach(plan);
    if (reached.outcome === 'refused') return stopped(reached, year);
    const carryRow = async ({ steps }: RowSteps) => {
      const stop = await oneAfterTheOther(steps, knownAt, carrier);
      if (!stop) recorded += 1;
      carrier.onProgress({ done: ++done, total, year });
      return stop;
    };
    const carryDeparture = async (step: ProjectStep) => {
      const stop = await oneAfterTheOther([step], knownAt, carrier);
      carrier.onProgress({ done: ++done, total, year });
      return stop;
    };
    const stop = (await inLanes(rows, LANES, carryRow)) ?? (await inLanes(departures, LANES, carryDeparture));
    if (stop) return stopped(stop, year);
  }
  return undefined;
};
