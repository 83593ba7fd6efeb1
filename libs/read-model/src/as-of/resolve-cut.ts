import {
  dayOf,
  endOfDay,
  isDay,
  isInstant,
  refuse,
  type Cut,
  type Day,
  type Instant,
  type ReadModel,
  type Refused,
} from '@docket/kernel';
import { cutOfToken } from './token';

/** Why a moment cannot be answered for. */
export type AsOfRefusal =
  'as-of-malformed' | 'as-of-in-the-future' | 'as-of-beyond-the-end' | 'as-of-of-another-log';

/** What is asked, beside the read model: by which clock, in which log, on whose timeline. */
export type CutRequest = Readonly<{
  log: string;
  now: Instant;
  /** A day, an instant, an event number or a token; now where it is absent. */
  asOf?: string;
  /**
   * Its timeline turns dates into numbers, its time zone ends days. Without it days end in UTC, and a date has no number of
   * its own: `number` is then how far the log had come when it was asked for.
   */
  portfolio?: Readonly<{ id: string; timeZone: string }>;
  /**
   * Resolves when all that is recorded by an instant of the past can be read, so that it is answered the same for ever.
   * Asked before such an instant is turned into numbers. @throws ReadModelBehind
   */
  settled?: (at: Instant) => Promise<void>;
}>;

type Resolved = Cut | Refused<AsOfRefusal>;

const live = async (readModel: ReadModel, { log, now }: CutRequest): Promise<Cut> => {
  const { number } = await readModel.checkpoint();
  return { number, recordedNumber: number, at: now, log, definition: readModel.definition };
};

const byNumber = async (
  readModel: ReadModel,
  { log, portfolio }: CutRequest,
  number: number,
): Promise<Resolved> => {
  if (number === 0)
    return refuse('as-of-malformed', 'There is no event 0: the numbers of events begin with 1.');
  const line = await readModel.numbered(number);
  if (!line) {
    const { number: last } = await readModel.checkpoint();
    return refuse(
      'as-of-beyond-the-end',
      `There is no event ${number}; the last one is event ${last}, the first event 1.`,
    );
  }
  const onTimeline = line.portfolio === portfolio?.id ? line.timelineAt : null;
  return {
    number,
    recordedNumber: number,
    at: onTimeline ?? line.recordedAt,
    log,
    definition: readModel.definition,
  };
};

const byInstant = async (
  readModel: ReadModel,
  { log, now, portfolio, settled }: CutRequest,
  at: Instant,
): Promise<Resolved> => {
  if (at > now)
    return refuse(
      'as-of-in-the-future',
      `${at} is still to come (it is ${now}): leave asOf out to ask for now, or name a day that has ended.`,
    );
  if (at < now) await settled?.(at);
  const recordedNumber = await readModel.numberRecordedBy(at);
  const number = portfolio
    ? await readModel.numberOnTimeline(portfolio.id, at)
    : (await readModel.checkpoint()).number;
  return { number, recordedNumber, at, log, definition: readModel.definition };
};

/** A day stands for its end; today, which has not ended, for now. */
const byDay = (readModel: ReadModel, request: CutRequest, day: Day): Promise<Resolved> => {
  const { now, portfolio } = request;
  const timeZone = portfolio?.timeZone ?? 'UTC';
  return byInstant(readModel, request, day === dayOf(now, timeZone) ? now : endOfDay(day, timeZone));
};

/**
 * A token's own cut, in the definition that answers now: whoever compares the two sees a difference of definitions. Its instant
 * may lie ahead of this clock: another process printed it whose clock is ahead, or this clock was set back.
 */
const byToken = async (readModel: ReadModel, { log }: CutRequest, cut: Cut): Promise<Resolved> => {
  if (cut.log !== log)
    return refuse(
      'as-of-of-another-log',
      `The token is of log ${cut.log}, this is log ${log}: a restored or copied one. It stood for event ${cut.number} at ${cut.at}: ask by date or by number instead; in a copy the numbers are the same.`,
    );
  const { number: last } = await readModel.checkpoint();
  if (Math.max(cut.number, cut.recordedNumber) > last)
    return refuse(
      'as-of-beyond-the-end',
      `The token is of event ${Math.max(cut.number, cut.recordedNumber)}; the read model has come to event ${last}. Ask again shortly.`,
    );
  return { ...cut, definition: readModel.definition };
};

/** Turns what somebody asks for into the cut that answers it; refused, never guessed, when it is not clear. */
export const resolveCut = async (readModel: ReadModel, request: CutRequest): Promise<Resolved> => {
  const { asOf } = request;
  if (asOf === undefined) return live(readModel, request);
  if (/^\d{1,15}$/.test(asOf)) return byNumber(readModel, request, Number(asOf));
  if (isDay(asOf)) return byDay(readModel, request, asOf);
  if (isInstant(asOf)) return byInstant(readModel, request, asOf);
  const cut = cutOfToken(asOf);
  if (cut) return byToken(readModel, request, cut);
  return refuse(
    'as-of-malformed',
    `"${asOf.slice(0, 80)}" is not a moment: give a day like 2019-12-31, an instant like 2019-12-31T12:00:00.000Z, an event number, or a token as an answer printed it.`,
  );
};
