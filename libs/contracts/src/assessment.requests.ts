import { ApiExtraModels, ApiProperty, ApiPropertyOptional } from './description';
import { Matches, MaxLength, IsString } from 'class-validator';
import { MatrixField } from './matrix.validator';
import {
  AnchorScaleRequest,
  BandScaleRequest,
  LevelScaleRequest,
  UnknownScaleRequest,
} from './model-scale.requests';
import { ReadRequest } from './read.requests';
import { KindField } from './kind-field';
import {
  DayField,
  DecimalField,
  IdField,
  ListField,
  MayBeLeftOut,
  ObjectField,
  Text,
  WordField,
} from './validators';

/** What a criterion can be taken from; `assessment`: rated by assessors on anchors. */
const MEASURES = [
  'delivery-confidence',
  'budget-variance',
  'whole-life-cost',
  'schedule-slip',
  'cost-performance',
  'schedule-performance',
  'benefit-cost-ratio',
  'strategic-alignment',
  'assessment',
] as const;

@ApiExtraModels(LevelScaleRequest, BandScaleRequest, AnchorScaleRequest)
export class CriterionRequest {
  @Matches(/^[a-z][a-z0-9-]{0,59}$/, {
    message: 'id must be lower-case letters, digits and dashes, a letter first',
  })
  @ApiProperty({
    example: 'delivery-confidence',
    description: 'By which ratings and contributions name it; once in a model.',
  })
  id: string;
  @Text({ example: 'Delivery confidence', description: 'As people read it beside its score.' })
  name: string;
  @DecimalField({
    required: false,
    example: '1',
    description: 'Its share of the score, above 0; all sum to 1. Left out where the criteria are compared.',
  })
  weight?: string;
  @WordField(['benefit', 'cost'], {
    description:
      'benefit: points count as they are, more points are better. cost: maximum less points is counted, fewer points are better.',
  })
  direction: 'benefit' | 'cost';
  @WordField(MEASURES, {
    description:
      'What it is taken from: `delivery-confidence` is read on levels, `assessment` (rated by assessors) on anchors, all others on bands.',
  })
  measure: (typeof MEASURES)[number];
  @KindField(
    { levels: LevelScaleRequest, bands: BandScaleRequest, anchors: AnchorScaleRequest },
    UnknownScaleRequest,
  )
  scale: LevelScaleRequest | BandScaleRequest | AnchorScaleRequest;
}

export class PairwiseWeightingRequest {
  @WordField(['pairwise'])
  kind: 'pairwise';
  @MatrixField({
    maximum: 50,
    example: [['1']],
    description:
      'How many times as important the criterion of the row is as that of the column, in their order: 3, 1/3, 0.2; from 1/9 to 9, the two ways round exactly reciprocal.',
  })
  matrix: string[][];
}

export class ModelDefinitionRequest {
  @ListField(() => CriterionRequest, { description: 'At least one. Their weights sum to 1.' })
  criteria: CriterionRequest[];

  @ObjectField(() => PairwiseWeightingRequest, {
    required: false,
    description: 'Instead of weights: they follow from comparing each criterion with each other.',
  })
  weighting?: PairwiseWeightingRequest;

  @DecimalField({
    example: '0.5',
    description:
      'Share of the weight, above 0 and at most 1, for which a component needs values; with less it stands unranked. Above 1 less the smallest weight no criterion can be left out.',
  })
  minimumCoverage: string;
}

export class DraftModelRequest extends ModelDefinitionRequest {
  @Text({ example: 'Delivery health 2', description: 'Once in a portfolio; it cannot be changed.' })
  name: string;
}

export class PublishModelRequest {
  @DayField({
    required: false,
    example: '2099-04-01',
    description:
      'The first day on which rankings use it by default; today where it is left out, never before.',
  })
  effectiveFrom?: string;
}

export class RetireModelRequest {
  @Text({ maximum: 2_000, multiline: true, example: 'Superseded by the model of the new strategy.' })
  reason: string;
}

export class RatingRequest {
  @Text({ maximum: 60, example: 'strategic-fit', description: 'Id of a criterion that assessors rate.' })
  criterion: string;
  @DecimalField({ example: '4', description: 'Points of an anchor of its scale.' })
  points: string;
  @Text({ maximum: 5_000, multiline: true, example: 'It serves two objectives, one of them alone.' })
  reason: string;
}

export class AssessRequest {
  @IdField()
  modelId: string;
  @ListField(() => RatingRequest, {
    description: 'Each rated criterion once at most; what is left out is missing.',
  })
  ratings: RatingRequest[];
  @Text({ required: false, maximum: 5_000, multiline: true, example: 'Rated on the case of February.' })
  comment?: string;
}

export class WithdrawAssessmentRequest {
  @Text({ maximum: 2_000, multiline: true, example: 'I have joined the supplier since.' })
  reason: string;
}

export class AssessmentsRequest extends ReadRequest {
  @ApiPropertyOptional({
    description: 'Id or name of a published scoring model; the one in force where it is left out.',
    example: 'Worth 1',
  })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(200)
  model?: string;
}

export class ModelComparisonRequest extends ReadRequest {
  @ApiPropertyOptional({
    description:
      'Id or name of the model it is held against, drafts included; the one in force where it is left out.',
    example: 'Delivery health 1',
  })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(200)
  with?: string;
}
