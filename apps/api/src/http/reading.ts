import {
  isDay,
  isInstant,
  isPosition,
  later,
  type Cut,
  type Instant,
  type ReadModel,
  type Reading,
} from '@docket/kernel';
import { portfolioById } from '@docket/portfolio';
import { resolveCut, tokenOf } from '@docket/read-model';
import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM, type FirstUnread, type System } from '@docket/host';
import { orProblem, Problem } from '../problems/problem';

/** How long a read waits for `after`, in milliseconds. */
const AFTER_TIMEOUT_MS = 5_000;

/** How old the first event may be that a live answer does not hold, in milliseconds: as long as a read waits for one. */
const MOST_UNREAD_MS = 5_000;

/** The as-of part every read takes. */
export type ReadParameters = Readonly<{ asOf?: string; after?: string }>;

/** The as-of part every answer prints. */
export type AsOfView = Cut & Readonly<{ token: string }>;

/** The cut as an answer prints it, with the token that asks for it again. */
export const asOfView = ({ number, recordedNumber, at, log, definition }: Cut): AsOfView => ({
  token: tokenOf({ number, recordedNumber, at, log, definition }),
  number,
  recordedNumber,
  at,
  log,
  definition,
});

const behind = ({ recordedAt, number }: FirstUnread): Problem =>
  new Problem(
    'read-model-behind',
    `What is now cannot be shown: what was recorded since ${recordedAt} is not readable yet. The read model comes to the end of the log by itself while a worker runs; /health/ready says how far it is.${
      number === 0 ? '' : ` What it holds can be asked for with asOf=${number}.`
    }`,
  );

/** Turns `asOf` and `after` of a read into the build to read from and the cut to read at. */
@Injectable()
export class Readings {
  constructor(@Inject(SYSTEM) private readonly system: System) {}

  /** The cut of a read that belongs to no portfolio, or to one (its dates are then those of its timeline). */
  async at(parameters: ReadParameters, portfolioId?: string): Promise<Reading> {
    if (parameters.after !== undefined) await this.waitFor(parameters.after);
    if (parameters.asOf === undefined) await this.refuseWhatIsOld();
    return this.resolved(parameters, portfolioId);
  }

  /** What the read model holds, however old that is: for what leads to an answer and is none. */
  held(): Promise<Reading> {
    return this.resolved({});
  }

  private async resolved(parameters: ReadParameters, portfolioId?: string): Promise<Reading> {
    const readModel = this.system.live.current();
    const portfolio = portfolioId === undefined ? undefined : await this.timelineOf(readModel, portfolioId);
    const cut = await resolveCut(readModel, {
      log: this.system.logId,
      now: await this.latest(readModel),
      ...(parameters.asOf === undefined ? {} : { asOf: parameters.asOf }),
      ...(portfolio ? { portfolio } : {}),
      settled: (at) => this.system.settled(at),
    });
    return { readModel, cut: orProblem(cut) };
  }

  /**
   * The earlier cut of an interval that ends at a reading's: what `asOf` takes, counted from the reading's own moment, so that an
   * answer asked for again has the same. A date stands for no number after that one: history that came since is not in it.
   */
  async since({ readModel, cut }: Reading, since: string, portfolioId: string): Promise<Cut> {
    const found = await resolveCut(readModel, {
      log: this.system.logId,
      now: cut.at,
      asOf: since,
      portfolio: await this.timelineOf(readModel, portfolioId),
    });
    const comesAfter = new Problem(
      'since-after-as-of',
      `${since.slice(0, 80)} comes after event ${cut.number} of ${cut.at}, where the interval ends: give an earlier moment.`,
    );
    if ('outcome' in found && found.refusal.code === 'as-of-in-the-future') throw comesAfter;
    const earlier = orProblem(found);
    if (earlier.number <= cut.number) return earlier;
    if (!isDay(since) && !isInstant(since)) throw comesAfter;
    return { ...earlier, number: cut.number };
  }

  /** Now; where the clock was set back, the moment of what was recorded last: no clock makes that something still to come. */
  private async latest(readModel: ReadModel): Promise<Instant> {
    const { number } = await readModel.checkpoint();
    const last = number === 0 ? undefined : await readModel.numbered(number);
    const now = this.system.runtime.clock.now();
    return last ? later(now, last.recordedAt) : now;
  }

  private async timelineOf(readModel: ReadModel, id: string) {
    const { number } = await readModel.checkpoint();
    const found = await portfolioById(readModel, number, id);
    if (!found)
      throw new Problem(
        'portfolio-unknown',
        `There is no portfolio ${id}. GET /api/v1/portfolios lists them.`,
      );
    return { id, timeZone: found.timeZone };
  }

  /** A live answer from projections that have stopped, or that nobody keeps, would be an old one under the name of now. */
  private async refuseWhatIsOld(): Promise<void> {
    if ((await this.system.stoppedBy()) !== undefined)
      throw new Problem(
        'projections-stopped',
        'What is now cannot be shown: the projections stand before an event they cannot apply, or one that somebody hid or wrote; /health/ready says what is so and what would help. What came before can be asked for with asOf and its number.',
      );
    const unread = await this.system.firstUnread();
    if (unread && this.ageOf(unread.recordedAt) > MOST_UNREAD_MS) throw behind(unread);
  }

  private ageOf(recordedAt: Instant): number {
    return Date.parse(this.system.runtime.clock.now()) - Date.parse(recordedAt);
  }

  private async waitFor(after: string): Promise<void> {
    if (!isPosition(after))
      throw new Problem('after-malformed', '`after` takes the position of a receipt as it came.');
    await this.system.waitFor(after, AFTER_TIMEOUT_MS);
  }
}
