import { ModelBehindQuery, type ModelBehind } from '@docket/assessment';
import { ListDecisionsQuery } from '@docket/governance';
import type { Reading, Refused } from '@docket/kernel';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Readings } from '../http/reading';
import { Traces } from '../http/trace';

type Of = Readonly<{ motionId: string; portfolioId: string | undefined }>;

/** The model behind a ranking, and the decision by which a body had it published; null where somebody published it without one. */
export type ModelBefore = Omit<ModelBehind, 'isByDecision'> &
  Readonly<{ decidedBy: Readonly<{ motionId: string; bodyId: string }> | null }>;

/** Tells by which scoring model a component is ranked before a body. */
@Injectable()
export class ModelsBefore {
  constructor(
    private readonly queries: QueryBus,
    private readonly readings: Readings,
    private readonly traces: Traces,
  ) {}

  /** The model as of the event by which the latest ballot of a motion opened, before that as of the reading; null where none was published. */
  async of(now: Reading, { motionId, portfolioId }: Of): Promise<ModelBefore | null> {
    if (portfolioId === undefined) return null;
    const entries = await this.traces.upTo(now, { category: 'motion', id: motionId });
    const opened = entries.findLast(({ type }) => type === 'BallotOpened');
    const then = opened ? await this.readings.at({ asOf: String(opened.number) }, portfolioId) : now;
    const found = await this.at(then, portfolioId);
    return 'outcome' in found ? null : found;
  }

  /** The model as of a reading, or why there is none. */
  async at(reading: Reading, portfolioId: string): Promise<ModelBefore | Refused<string>> {
    const behind = await this.queries.execute(new ModelBehindQuery(reading, { portfolioId }));
    if ('outcome' in behind) return behind;
    const { isByDecision, ...model } = behind;
    if (!isByDecision) return { ...model, decidedBy: null };
    const decisions = await this.queries.execute(new ListDecisionsQuery(reading, { portfolioId }));
    const decided = decisions.find(
      ({ matter }) => matter.on === 'scoring-model' && matter.modelId === model.id,
    );
    const decidedBy = decided ? { motionId: decided.motionId, bodyId: decided.bodyId } : null;
    return { ...model, decidedBy };
  }
}
