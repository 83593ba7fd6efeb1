import { modelBefore, type ModelBefore } from '@docket/host';
import type { Reading } from '@docket/kernel';
import { Injectable } from '@nestjs/common';
import { Readings } from '../http/reading';
import { Traces } from '../http/trace';

type Of = Readonly<{ motionId: string; portfolioId: string | undefined }>;

/** Tells by which scoring model a component is ranked before a body. */
@Injectable()
export class ModelsBefore {
  constructor(
    private readonly readings: Readings,
    private readonly traces: Traces,
  ) {}

  /** The model as of the event by which the latest ballot of a motion opened, before that as of the reading; null where none was published. */
  async of(now: Reading, { motionId, portfolioId }: Of): Promise<ModelBefore | null> {
    if (portfolioId === undefined) return null;
    const entries = await this.traces.upTo(now, { category: 'motion', id: motionId });
    const opened = entries.findLast(({ type }) => type === 'BallotOpened');
    const then = opened ? await this.readings.at({ asOf: String(opened.number) }, portfolioId) : now;
    const found = await modelBefore(then, portfolioId);
    return 'outcome' in found ? null : found;
  }
}
