import type { Command, Day, DecimalText } from '@docket/kernel';
import type { DefinitionRefusal } from './definition.policy';
import type { GroundedRefusal } from './grounded.policy';
import type { ModelGrounds } from './model-grounds';
import type { PairwiseRefusal } from './pairwise.policy';
import type { AnchoredScale, Criterion } from './scoring-model.events';

type Bands = Extract<AnchoredScale, { kind: 'bands' }>;

/** A scale as somebody drafts it: the unit of bands may be left out, it follows from their measure. */
export type GivenScale =
  Exclude<AnchoredScale, { kind: 'bands' }> | (Omit<Bands, 'unit'> & Partial<Pick<Bands, 'unit'>>);

/** A criterion as somebody drafts it: its weight is left out where the criteria are compared with each other. */
export type GivenCriterion = Omit<Criterion, 'weight' | 'scale'> &
  Readonly<{ weight?: DecimalText; scale: GivenScale }>;

/**
 * A definition as somebody drafts it: with weights, or with judgements that give them, row by row in the order of the criteria
 * ("3": this one is three times as important as that one; "1/3" the other way round).
 */
export type GivenModel = Readonly<{
  criteria: readonly GivenCriterion[];
  minimumCoverage: DecimalText;
  weighting?: Readonly<{ kind: 'pairwise'; matrix: readonly (readonly string[])[] }>;
}>;

/** A criterion whose scale is said in full. */
export type ScaledCriterion = Omit<Criterion, 'weight'> & Readonly<{ weight?: DecimalText }>;

export type ScaledModel = Omit<GivenModel, 'criteria'> & Readonly<{ criteria: readonly ScaledCriterion[] }>;

/** `portfolioExists` and `grounds` are facts gathered from the portfolio's stream. */
export type DraftModel = Command<
  'DraftModel',
  {
    modelId: string;
    portfolioId: string;
    portfolioExists: boolean;
    grounds: ModelGrounds;
    name: string;
  } & GivenModel
>;
export type ReviseModel = Command<'ReviseModel', { modelId: string; grounds: ModelGrounds } & GivenModel>;
/**
 * In force from that day on, today where none is given; only a model an import brings along may be in force since an earlier
 * day. `timeZone` is the portfolio's, gathered from its stream. `digest`: it is published only while it reads so, as a body saw it.
 */
export type PublishModel = Command<
  'PublishModel',
  { modelId: string; effectiveFrom?: Day; timeZone: string; digest?: string }
>;
export type RetireModel = Command<'RetireModel', { modelId: string; reason: string }>;
export type ScoringModelCommand = DraftModel | ReviseModel | PublishModel | RetireModel;

export type ScoringModelRefusal =
  | 'portfolio-unknown'
  | 'model-name-blank'
  | 'model-name-taken'
  | 'model-unknown'
  | 'model-published'
  | 'model-not-published'
  | 'model-retired'
  | 'model-revised'
  | 'day-malformed'
  | 'effective-in-the-past'
  | 'reason-blank'
  | 'weight-missing'
  | 'weights-contradict-comparison'
  | PairwiseRefusal
  | DefinitionRefusal
  | GroundedRefusal;
