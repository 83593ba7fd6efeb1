import type { Instant } from '@docket/kernel';
import type { Database, Statement } from '@docket/sqlite';
import type { Kysely } from 'kysely';
import type { BuildTables } from '../build/build-tables';
import { escapeText } from '../build/column-codec';
import { NumberQueries } from '../build/number-queries';

/** The same questions; those that are asked for each new stream and portfolio are prepared once. */
export class SqliteNumberQueries extends NumberQueries {
  private revisionStatement: Statement<readonly [number | null]> | undefined;
  private timelineStatement: Statement<readonly [Instant | null]> | undefined;

  constructor(
    db: Kysely<BuildTables>,
    private readonly database: Database,
  ) {
    super(db);
  }

  override async lastRevision(stream: string): Promise<number> {
    this.revisionStatement ??= this.database.prepareArrays(
      'select max(revision) from numbers where stream = ?',
    );
    return this.revisionStatement.get(escapeText(stream))?.[0] ?? -1;
  }

  override async timelineEnd(portfolio: string): Promise<Instant | null> {
    this.timelineStatement ??= this.database.prepareArrays(
      'select max(timeline_at) from numbers where portfolio = ?',
    );
    return this.timelineStatement.get(escapeText(portfolio))?.[0] ?? null;
  }
}
