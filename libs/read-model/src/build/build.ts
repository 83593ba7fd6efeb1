import {
  BuildReplaced,
  type Batch,
  type Checkpoint,
  type Fence,
  type Instant,
  type Numbered,
  type ReadModel,
  type Row,
  type Rows,
  type RowVersion,
  type Table,
} from '@docket/kernel';
import type { RawBuilder } from 'kysely';
import { checkBatch } from './batch-check';
import { escapeText, unescapeText } from './column-codec';
import type { NumberQueries } from './number-queries';
import { historyForm, changedForm, rowForm } from './row-forms';
import type { Layouts, TableLayout } from './table-layout';

type Cells = readonly unknown[];

/** What an engine does in its own way for one build. Rows come as arrays: key, scope, then what was asked for. */
export interface BuildEngine {
  readonly schema: string;
  readonly queries: NumberQueries;
  /** Runs a query that somebody waits for, or one of a batch; its rows as arrays. */
  rows(query: RawBuilder<unknown>, patience?: 'reader' | 'batch'): Promise<readonly Cells[]>;
  /** Key, scope and columns of every row valid at a number, seeking once per key. */
  asOfForm(layout: TableLayout, number: number, scope: string | undefined): RawBuilder<unknown>;
  /** The same of the latest versions of some keys. */
  latestForm(layout: TableLayout, keys: readonly string[]): RawBuilder<unknown>;
  /** One transaction; compares and sets the checkpoint, under the fence where there is one. @throws CheckpointMoved | BatchRefused | Deposed */
  commit(batch: Batch, to: Checkpoint, fence: Fence | undefined): Promise<void>;
  /** An error of the engine in the words of the port; every other as it came. */
  explained(error: unknown): unknown;
  close(): void;
}

/** One build of the read model, over either engine. */
export class Build implements ReadModel {
  private isRetired = false;
  private indexing: Promise<void> | undefined;

  /** @param makeIndexes what makes the indexes that readers need, where the build has none yet */
  constructor(
    readonly definition: string,
    readonly build: number,
    private readonly layouts: Layouts,
    readonly engine: BuildEngine,
    private readonly makeIndexes: () => Promise<void> = () => Promise.resolve(),
  ) {}

  /** Resolves when it has its indexes: it is filled much faster without, and read much slower. */
  indexed(): Promise<void> {
    this.indexing ??= this.guarded(this.makeIndexes).catch((error: unknown) => {
      this.indexing = undefined;
      throw error;
    });
    return this.indexing;
  }

  async checkpoint(): Promise<Checkpoint> {
    const { isReplaced, ...checkpoint } = await this.guarded(() => this.engine.queries.checkpoint());
    if (isReplaced) throw this.replaced();
    return checkpoint;
  }

  async commit(batch: Batch, fence?: Fence): Promise<void> {
    checkBatch(batch);
    const last = batch.numbers.at(-1);
    const to = last ? { number: last.number, position: last.position } : batch.after;
    await this.guarded(() => this.engine.commit(batch, to, fence));
  }

  async rowsAsOf<R extends Row>(
    table: Table<R>,
    number: number,
    where?: Readonly<{ scope: string }>,
  ): Promise<Rows<R>> {
    const layout = this.layouts.of(table);
    const scope = where && escapeText(where.scope);
    await this.indexed();
    return this.rowsOf(layout, this.engine.asOfForm(this.layouts.named(table.name), number, scope));
  }

  async rowAsOf<R extends Row>(table: Table<R>, number: number, key: string): Promise<R | undefined> {
    const layout = this.layouts.of(table);
    const [version] = await this.versionsOf(
      layout,
      rowForm(this.engine.schema, this.layouts.named(table.name), number, escapeText(key)),
    );
    return version?.row ?? undefined;
  }

  async latest<R extends Row>(table: Table<R>, keys: readonly string[]): Promise<Rows<R>> {
    const layout = this.layouts.of(table);
    if (keys.length === 0) return [];
    const form = this.engine.latestForm(this.layouts.named(table.name), [...new Set(keys)].map(escapeText));
    return this.rowsOf(layout, form, 'batch');
  }

  async changedBetween<R extends Row>(
    table: Table<R>,
    range: Readonly<{ after: number; upTo: number }>,
    where?: Readonly<{ scope: string }>,
  ): Promise<readonly RowVersion<R>[]> {
    const scope = where && escapeText(where.scope);
    const form = changedForm(this.engine.schema, this.layouts.named(table.name), range, scope);
    return this.versionsOf(this.layouts.of(table), form);
  }

  async history<R extends Row>(table: Table<R>, key: string): Promise<readonly RowVersion<R>[]> {
    const form = historyForm(this.engine.schema, this.layouts.named(table.name), escapeText(key));
    return this.versionsOf(this.layouts.of(table), form);
  }

  numberRecordedBy(instant: Instant): Promise<number> {
    return this.asked(() => this.engine.queries.recordedBy(instant));
  }

  numberOnTimeline(portfolio: string, instant: Instant): Promise<number> {
    return this.asked(() => this.engine.queries.onTimeline(portfolio, instant));
  }

  numbered(number: number): Promise<Numbered | undefined> {
    return this.guarded(() => this.engine.queries.numbered(number));
  }

  numbers(options: Parameters<ReadModel['numbers']>[0]): Promise<readonly Numbered[]> {
    return this.asked(() => this.engine.queries.numbers(options));
  }

  timelineEnd(portfolio: string): Promise<Instant | null> {
    return this.asked(() => this.engine.queries.timelineEnd(portfolio));
  }

  lastRevision(stream: string): Promise<number> {
    return this.asked(() => this.engine.queries.lastRevision(stream));
  }

  /** Another build has taken the place of this one: from now on every call says so. */
  retire(): void {
    this.isRetired = true;
    this.engine.close();
  }

  async close(): Promise<void> {
    this.engine.close();
  }

  private replaced(cause?: unknown): BuildReplaced {
    return new BuildReplaced(`Build ${this.build} of "${this.definition}" was replaced.`, { cause });
  }

  /** For whoever reads: a consumer is answered without indexes, too. */
  private async asked<T>(question: () => Promise<T>): Promise<T> {
    await this.indexed();
    return this.guarded(question);
  }

  private async guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      if (this.isRetired) throw this.replaced();
      return await work();
    } catch (error) {
      throw this.isRetired ? this.replaced(error) : this.engine.explained(error);
    }
  }

  private async rowsOf<R extends Row>(
    layout: TableLayout<R>,
    form: RawBuilder<unknown>,
    patience: 'reader' | 'batch' = 'reader',
  ): Promise<Rows<R>> {
    const found = await this.guarded(() => this.engine.rows(form, patience));
    return found.map((cells) => ({
      key: unescapeText(cells[0] as string),
      scope: unescapeText(cells[1] as string),
      row: layout.decode(cells, 2),
    }));
  }

  private async versionsOf<R extends Row>(
    layout: TableLayout<R>,
    form: RawBuilder<unknown>,
  ): Promise<readonly RowVersion<R>[]> {
    const found = await this.asked(() => this.engine.rows(form));
    return found.map((cells) => ({
      key: unescapeText(cells[0] as string),
      scope: unescapeText(cells[1] as string),
      validFrom: cells[2] as number,
      row: cells[3] === true || cells[3] === 1 ? layout.decode(cells, 4) : null,
    }));
  }
}
