import {
  BuildReplaced,
  ReadModelGone,
  type Batch,
  type Fence,
  type ReadModel,
  type ReadModels,
} from '@docket/kernel';

/** Most switches a single question is carried over. */
const MOST_MOVES = 3;

/** The live build, whichever it is. */
class LiveReadModel implements ReadModel {
  constructor(
    private readonly readModels: ReadModels,
    private current: ReadModel,
  ) {}

  get definition(): string {
    return this.current.definition;
  }

  /** A batch is not carried over: the new build may be further on. The next question finds it. */
  async commit(batch: Batch, fence?: Fence): Promise<void> {
    const asked = this.current;
    try {
      await asked.commit(batch, fence);
    } catch (error) {
      if (error instanceof BuildReplaced) await this.moveOn(asked, error);
      throw error;
    }
  }

  checkpoint: ReadModel['checkpoint'] = () => this.ask((live) => live.checkpoint());
  rowsAsOf: ReadModel['rowsAsOf'] = (...asked) => this.ask((live) => live.rowsAsOf(...asked));
  rowAsOf: ReadModel['rowAsOf'] = (...asked) => this.ask((live) => live.rowAsOf(...asked));
  latest: ReadModel['latest'] = (...asked) => this.ask((live) => live.latest(...asked));
  changedBetween: ReadModel['changedBetween'] = (...asked) =>
    this.ask((live) => live.changedBetween(...asked));
  history: ReadModel['history'] = (...asked) => this.ask((live) => live.history(...asked));
  numberRecordedBy: ReadModel['numberRecordedBy'] = (...asked) =>
    this.ask((live) => live.numberRecordedBy(...asked));
  numberOnTimeline: ReadModel['numberOnTimeline'] = (...asked) =>
    this.ask((live) => live.numberOnTimeline(...asked));
  numbered: ReadModel['numbered'] = (...asked) => this.ask((live) => live.numbered(...asked));
  numbers: ReadModel['numbers'] = (...asked) => this.ask((live) => live.numbers(...asked));
  timelineEnd: ReadModel['timelineEnd'] = (...asked) => this.ask((live) => live.timelineEnd(...asked));
  lastRevision: ReadModel['lastRevision'] = (...asked) => this.ask((live) => live.lastRevision(...asked));

  /** The builds are closed by who opened them. */
  async close(): Promise<void> {}

  private async ask<T>(question: (live: ReadModel) => Promise<T>): Promise<T> {
    for (let moves = 0; ; moves += 1) {
      const asked = this.current;
      try {
        return await question(asked);
      } catch (error) {
        if (!(error instanceof BuildReplaced) || moves >= MOST_MOVES) throw error;
        await this.moveOn(asked, error);
      }
    }
  }

  /** @throws ReadModelGone where no other build has taken the place */
  private async moveOn(asked: ReadModel, cause: BuildReplaced): Promise<void> {
    if (this.current === asked) this.current = await this.readModels.live();
    if (this.current === asked)
      throw new ReadModelGone(
        `The read model of "${asked.definition}" is gone: its tables were dropped. Nothing is lost with it: the process that leads the projections builds it anew from the log.`,
        { cause },
      );
  }
}

/**
 * The live build over any number of switches: a question that meets a replaced build is asked again of the one that took
 * its place, where numbers mean the same. What readers and a runner hold for the life of a process.
 */
export const followLive = async (readModels: ReadModels): Promise<ReadModel> =>
  new LiveReadModel(readModels, await readModels.live());
