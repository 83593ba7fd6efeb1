import {
  byCodeUnits,
  Decimal,
  type Cut,
  type DecimalText,
  type Instant,
  type ReadModel,
  type Refused,
} from '@docket/kernel';
import { movesOf, partsFor, turnOf, type Moved, type Part, type Stood } from '../../domain/ranking/moves';
import { readyModel } from '../../domain/ranking/ready-model';
import { notListed, type ExplainRefusal } from '../explain/explain';
import type { Ranking, RankingParams } from '../ranking/ranking';
import { rankingInputs, type RankingInputs, type RankingRefusal } from '../ranking/ranking-inputs';
import { eventsIn, stepsIn, type NamedEvent } from './component-steps';
import { movedByOthers, type MovedByOthers } from './moved-by-others';
import type { MoveKind, MovePart, MoveRow, StoodAt } from './moves.view';
import { noticesSince } from './notices-since';
import { revisedCases, revisesCase } from './revised-cases';
import { toldChanges, type ToldChanges } from './told-part';

/** `since`: the earlier cut; without it, before the first event. `all`: also those whose rank and score stayed. */
export type MovesParams = RankingParams & Readonly<{ since?: Cut; all?: boolean }>;
export type ComponentMovesParams = Omit<MovesParams, 'all'> & Readonly<{ projectId: string }>;

export type { MoveKind, MovePart, MoveRow, StoodAt } from './moves.view';

/** Where the interval begins; `at` null: before the first event. */
export type Since = Readonly<{ number: number; at: Instant | null }>;

type Answered = Omit<Ranking, 'rows'> & Readonly<{ since: Since }>;
/** `rows` in the order of `byChange`: what moved most by events of its own comes first. */
export type Moves = Answered & Readonly<{ rows: readonly MoveRow[]; byOthers: MovedByOthers }>;
/** One component with the events of others that moved it among its parts. */
export type ComponentMoves = Answered & Readonly<{ row: MoveRow }>;

const kindOf = ({ then, now }: Moved): MoveKind => {
  const turn = turnOf(then, now);
  if (turn) return turn;
  return now.ranked && (then.position !== now.position || then.score !== now.score) ? 'moved' : 'unchanged';
};

const stoodAt = ({ ranked, position, score }: Stood): StoodAt => ({ rank: ranked ? position : null, score });

type Naming = Readonly<{
  nameOf: (id: string) => string;
  eventOf: (number: number) => NamedEvent;
  changesOf: (part: Part) => ToldChanges;
}>;

const partOf = (part: Part, { nameOf, eventOf, changesOf }: Naming): MovePart => ({
  ...eventOf(part.number),
  component: { id: part.id, name: nameOf(part.id) },
  score: part.score.toString(),
  places: part.places,
  turn: part.turn,
  ...changesOf(part),
});

const exact = (score: DecimalText | null): Decimal => (score === null ? Decimal.zero : Decimal.of(score));

const rowOf = (moved: Moved, parts: readonly Part[], naming: Naming): MoveRow => {
  const { id, then, now } = moved;
  const places = then.position - now.position;
  const own = parts.filter((part) => part.id === id).reduce((sum, part) => sum + part.places, 0);
  return {
    id,
    name: naming.nameOf(id),
    kind: kindOf(moved),
    then: stoodAt(then),
    now: stoodAt(now),
    score: exact(now.score).minus(exact(then.score)).toString(),
    places,
    placesByOthers: places - own,
    parts: parts.map((part) => partOf(part, naming)),
  };
};

const ofOwn = ({ parts }: MoveRow): number => Number(parts.length > 0);
/** The places of the whole change, either way; who gets a place has only what it rose, who loses one only what it fell. */
const placesOf = ({ kind, places }: MoveRow): number => {
  if (kind === 'entered' || kind === 'became-ranked') return Math.max(0, places);
  return kind === 'left' || kind === 'became-unranked' ? Math.max(0, -places) : Math.abs(places);
};
const scoreOf = ({ score }: MoveRow): Decimal => Decimal.of(score).absolute();

/**
 * The biggest change first: those that events of their own moved before those that moved by events of others, then by `placesOf`,
 * then by the score of the whole change. Of equals the one that stands higher now, then by name and id.
 */
const byChange = (a: MoveRow, b: MoveRow): number =>
  ofOwn(b) - ofOwn(a) ||
  placesOf(b) - placesOf(a) ||
  scoreOf(b).compare(scoreOf(a)) ||
  (a.now.rank ?? Infinity) - (b.now.rank ?? Infinity) ||
  byCodeUnits(a.name, b.name) ||
  byCodeUnits(a.id, b.id);

/** Both moments as the one model of the later answer sees them. */
const replayed = async (
  readModel: ReadModel,
  cut: Cut,
  { portfolioId, since }: Pick<MovesParams, 'portfolioId' | 'since'>,
  { definition, model: { id: modelId } }: RankingInputs,
) => {
  const interval = { portfolioId, after: Math.min(since?.number ?? 0, cut.number), upTo: cut.number };
  const model = readyModel(definition);
  const { placed, steps, changeBy } = await stepsIn(readModel, { ...interval, modelId, definition });
  const moved = movesOf(placed, steps, model);
  const names = new Map(moved.map(({ id, now, then }) => [id, now.name ?? then.name]));
  for (const { id, after } of steps) if (after && !names.get(id)) names.set(id, after.name);
  const nameOf = (id: string): string => names.get(id) ?? '';
  const eventOf = await eventsIn(readModel, interval);
  /** Everything that a list of parts is told with. */
  const namingFor = async (parts: readonly Part[]): Promise<Naming> => {
    const revised = parts.filter(({ number }) => revisesCase(eventOf(number))).map(({ id }) => id);
    const cases = await revisedCases(readModel, cut, revised);
    const changesOf = ({ number, id }: Part) =>
      toldChanges(changeBy(number, id), model, cases.get(eventOf(number).eventId));
    return { nameOf, eventOf, changesOf };
  };
  return { model, placed, steps, moved, namingFor };
};

const answered = async (
  readModel: ReadModel,
  params: MovesParams,
  inputs: RankingInputs,
): Promise<Answered> => {
  const { portfolio, model, notices } = inputs;
  const { since } = params;
  return {
    portfolio,
    model,
    notices: [...notices, ...(await noticesSince(readModel, params, inputs))],
    since: { number: since?.number ?? 0, at: since?.at ?? null },
  };
};

/** How the components of a portfolio moved since an earlier moment, and which of their own events moved them. */
export const movesSince = async (
  readModel: ReadModel,
  cut: Cut,
  params: MovesParams,
): Promise<Moves | Refused<RankingRefusal>> => {
  const inputs = await rankingInputs(readModel, cut, params);
  if ('outcome' in inputs) return inputs;
  const { moved, namingFor } = await replayed(readModel, cut, params, inputs);
  const listed = params.all
    ? moved.filter(({ then, now }) => then.present || now.present)
    : moved.filter((one) => kindOf(one) !== 'unchanged');
  const naming = await namingFor(listed.flatMap(({ own }) => own));
  const rows = listed.map((one) => rowOf(one, one.own, naming)).sort(byChange);
  return { ...(await answered(readModel, params, inputs)), byOthers: movedByOthers(rows), rows };
};

/** How one component moved since an earlier moment, and every event of the portfolio that moved it. */
export const componentMovesSince = async (
  readModel: ReadModel,
  cut: Cut,
  params: ComponentMovesParams,
): Promise<ComponentMoves | Refused<ExplainRefusal>> => {
  const inputs = await rankingInputs(readModel, cut, params);
  if ('outcome' in inputs) return inputs;
  const { model, placed, steps, moved, namingFor } = await replayed(readModel, cut, params, inputs);
  const one = moved.find(({ id }) => id === params.projectId);
  if (!one || !(one.then.present || one.now.present)) return notListed(readModel, cut, params);
  const parts = partsFor(one.id, placed, steps, model);
  const row = rowOf(one, parts, await namingFor(parts));
  return { ...(await answered(readModel, params, inputs)), row };
};
