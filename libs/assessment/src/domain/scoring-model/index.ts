import { derivedUuid, nameKey, type Aggregate } from '@docket/kernel';
import { scoringModelCodec } from './scoring-model.codec';
import type { ScoringModelCommand, ScoringModelRefusal } from './scoring-model.commands';
import { scoringModelDecider } from './scoring-model.decider';
import type { ScoringModelEvent } from './scoring-model.events';
import type { ScoringModelState } from './scoring-model.state';

/** A versioned rule set by which a portfolio ranks its components. */
export const ScoringModel: Aggregate<
  ScoringModelState,
  ScoringModelCommand,
  ScoringModelEvent,
  ScoringModelRefusal
> = {
  category: 'scoring-model',
  decider: scoringModelDecider,
  codec: scoringModelCodec,
  portfolioOf: (state) => (state.status === 'absent' ? undefined : state.portfolioId),
};

/**
 * The id of the model of this name in this portfolio: a second draft of a name meets the first one in its stream, so that
 * a name stands for one model. Case and surrounding blanks make no other name.
 */
export const modelIdOf = (portfolioId: string, name: string): string =>
  derivedUuid('scoring-model', portfolioId, nameKey(name));
