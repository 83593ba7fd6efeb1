import type { Checkpoint, Instant, Numbered, ReadModel } from '@docket/kernel';
import type { Kysely } from 'kysely';
import type { BuildTables } from './build-tables';
import { escapeText } from './column-codec';
import { numberedOf } from './number-lines';

/** What is asked of the checkpoint and the table of numbers: the same words for both engines. */
export class NumberQueries {
  constructor(private readonly db: Kysely<BuildTables>) {}

  async checkpoint(): Promise<Checkpoint & Readonly<{ isReplaced: boolean }>> {
    const line = await this.db
      .selectFrom('checkpoint')
      .select(['number', 'position', 'replaced'])
      .executeTakeFirstOrThrow();
    return { number: line.number, position: line.position ?? undefined, isReplaced: line.replaced !== 0 };
  }

  async recordedBy(instant: Instant): Promise<number> {
    const line = await this.db
      .selectFrom('numbers')
      .select('number')
      .where('recorded_at', '<=', instant)
      .orderBy('recorded_at', 'desc')
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    return line?.number ?? 0;
  }

  async onTimeline(portfolio: string, instant: Instant): Promise<number> {
    const line = await this.db
      .selectFrom('numbers')
      .select('number')
      .where('portfolio', '=', escapeText(portfolio))
      .where('timeline_at', '<=', instant)
      .orderBy('timeline_at', 'desc')
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    return line?.number ?? 0;
  }

  async numbered(number: number): Promise<Numbered | undefined> {
    const line = await this.db
      .selectFrom('numbers')
      .selectAll()
      .where('number', '=', number)
      .executeTakeFirst();
    return line && numberedOf(line);
  }

  async numbers(options: Parameters<ReadModel['numbers']>[0]): Promise<readonly Numbered[]> {
    const { after, upTo, limit, portfolio, stream } = options;
    const lines = await this.db
      .selectFrom('numbers')
      .selectAll()
      .where('number', '>', after)
      .$if(upTo !== undefined, (query) => query.where('number', '<=', upTo ?? 0))
      .$if(portfolio !== undefined, (query) => query.where('portfolio', '=', escapeText(portfolio ?? '')))
      .$if(stream !== undefined, (query) => query.where('stream', '=', escapeText(stream ?? '')))
      .orderBy('number')
      .limit(limit)
      .execute();
    return lines.map(numberedOf);
  }

  async timelineEnd(portfolio: string): Promise<Instant | null> {
    const line = await this.db
      .selectFrom('numbers')
      .select((row) => row.fn.max('timeline_at').as('end'))
      .where('portfolio', '=', escapeText(portfolio))
      .executeTakeFirst();
    return line?.end ?? null;
  }

  async lastRevision(stream: string): Promise<number> {
    const line = await this.db
      .selectFrom('numbers')
      .select((row) => row.fn.max('revision').as('last'))
      .where('stream', '=', escapeText(stream))
      .executeTakeFirst();
    return line?.last ?? -1;
  }
}
