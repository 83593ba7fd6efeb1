import {
  partInWords,
  type ComponentMoves,
  type MovePart,
  type MoveRow,
  type Moves,
} from '@docket/assessment';
import { eventMissing, openedEvents } from '@docket/audit';
import { SYSTEM, type System } from '@docket/host';
import { Inject, Injectable } from '@nestjs/common';

/**
 * What the log adds to a part: who did it, what they did as a sentence with people by their ids, and the reason they gave; null
 * where the event gives none.
 */
export type ToldPart = MovePart & Readonly<{ actor: string; sentence: string; reason: string | null }>;
export type ToldRow = Omit<MoveRow, 'parts'> & Readonly<{ parts: readonly ToldPart[] }>;
export type ToldMoves = Omit<Moves, 'rows'> & Readonly<{ rows: readonly ToldRow[] }>;
export type ToldComponentMoves = Omit<ComponentMoves, 'row'> & Readonly<{ row: ToldRow }>;

/** Words that say why, in the events that have such. */
const WHY = ['reason', 'rationale'] as const;

/** Opens the events that moved components: reasons are words, and stand in the log alone. */
@Injectable()
export class MovedEvents {
  constructor(@Inject(SYSTEM) private readonly system: System) {}

  async inList(moves: Moves): Promise<ToldMoves> {
    return { ...moves, rows: await this.told(moves.rows) };
  }

  async ofOne(moves: ComponentMoves): Promise<ToldComponentMoves> {
    const [row] = await this.told([moves.row]);
    if (!row) throw new Error('A row was asked for and none came back.');
    return { ...moves, row };
  }

  /** Each row with its parts told; every stream is read once. @throws EventAltered */
  private async told(rows: readonly MoveRow[]): Promise<readonly ToldRow[]> {
    const parts = rows.flatMap((row) => row.parts);
    const events = await openedEvents(this.system.adapters.store, parts);
    const tell = (part: MovePart): ToldPart => {
      const event = events.get(part.eventId);
      if (!event) throw eventMissing(part);
      const why = WHY.map((field) => event.data[field]).find((one) => typeof one === 'string');
      const { actor } = event.meta;
      return { ...part, actor, sentence: partInWords(part, actor), reason: why ?? null };
    };
    return rows.map((row) => ({ ...row, parts: row.parts.map(tell) }));
  }
}
