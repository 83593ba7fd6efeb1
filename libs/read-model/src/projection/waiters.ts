import {
  comparePositions,
  Deposed,
  type Checkpoint,
  type Clock,
  type Position,
  type ReadModel,
} from '@docket/kernel';
import { ProjectionsStopped, ReadModelBehind } from './runner-errors';

type Waiter = Readonly<{ position: Position; resolve: () => void; reject: (error: Error) => void }>;

/** Whether the checkpoint has come to the position. */
export const hasReached = ({ position: at }: Checkpoint, position: Position): boolean =>
  at !== undefined && comparePositions(at, position) >= 0;

/** That the read model has not come to a position, and why. */
export const behind = (position: Position, why: string): ReadModelBehind =>
  new ReadModelBehind(`The read model has not come to position ${position}: ${why}`);

/** That nothing more will come, and why. */
export const stoppedBy = (error: unknown): Error => {
  if (error === undefined || error instanceof Deposed)
    return new ReadModelBehind('The consumer was stopped.');
  const why = error instanceof Error ? error.message : 'The consumer failed.';
  return new ProjectionsStopped(why, { cause: error });
};

/** Readers that wait until what they wrote can be read. */
export class Waiters {
  private readonly waiting = new Set<Waiter>();

  /** @throws ReadModelBehind after `milliseconds` */
  async wait(position: Position, milliseconds: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    let waiter: Waiter | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        waiter = { position, resolve, reject };
        this.waiting.add(waiter);
        timer = setTimeout(() => reject(behind(position, `waited ${milliseconds} ms.`)), milliseconds);
      });
    } finally {
      clearTimeout(timer);
      if (waiter) this.waiting.delete(waiter);
    }
  }

  /** Wakes all who wait for what has been reached. */
  reached(checkpoint: Checkpoint): void {
    for (const { position, resolve } of this.waiting) if (hasReached(checkpoint, position)) resolve();
  }

  /** Nothing more will come. */
  stopped(error: Error): void {
    for (const { reject } of this.waiting) reject(error);
  }
}

/** Waits for a read model that another process keeps up. @throws ReadModelBehind after `milliseconds` */
export const untilReached = async (
  readModel: Pick<ReadModel, 'checkpoint'>,
  position: Position,
  options: Readonly<{ milliseconds: number; clock: Clock; pause?: number }>,
): Promise<void> => {
  const { milliseconds, clock, pause = 25 } = options;
  const end = clock.elapsed() + milliseconds;
  while (!hasReached(await readModel.checkpoint(), position)) {
    if (clock.elapsed() >= end) throw behind(position, `waited ${milliseconds} ms.`);
    await clock.pause(pause);
  }
};
