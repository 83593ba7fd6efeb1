import { ApiExtraModels, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, Matches, MaxLength, IsString, ValidateIf } from 'class-validator';
import { MatrixField } from './matrix.validator';
import { ReadRequest } from './read.requests';
import {
  DayField,
  DecimalField,
  IdField,
  KindField,
  ListField,
  MayBeLeftOut,
  ObjectField,
  Text,
  WordField,
} from './validators';

export class RatedLevelRequest {
  @Text({ maximum: 40, example: 'ipa-3' })
  scale: string;
  @Text({ maximum: 40, example: 'amber' })
  rating: string;
  @DecimalField({ example: '3' })
  points: string;
  @Text({ maximum: 500, example: 'Successful delivery appears feasible, but significant issues exist.' })
  meaning: string;
}

export class BandRequest {
  @ApiProperty({
    type: String,
    nullable: true,
    example: '0.05',
    description: 'Included; null: no lower bound.',
  })
  @ValidateIf((band: BandRequest) => band.from !== null)
  @Matches(/^-?\d{1,40}(\.\d{1,40})?$/, { message: 'from must be a decimal as text, or null' })
  from: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '0.10',
    description: 'Excluded; null: no upper bound.',
  })
  @ValidateIf((band: BandRequest) => band.below !== null)
  @Matches(/^-?\d{1,40}(\.\d{1,40})?$/, { message: 'below must be a decimal as text, or null' })
  below: string | null;
  @DecimalField({ example: '3' })
  points: string;
  @Text({ maximum: 500, example: 'Within a tenth of the budget.' })
  meaning: string;
}

abstract class ScaleRequest {
  @IsIn(['levels', 'bands', 'anchors'], { message: 'kind must be levels, bands or anchors' })
  kind: string;
  @DecimalField({ example: '5', description: 'Points of the best level.' })
  maximum: string;
}

export class LevelScaleRequest extends ScaleRequest {
  @WordField(['levels'])
  declare kind: 'levels';
  @ListField(() => RatedLevelRequest)
  levels: RatedLevelRequest[];
}

export class BandScaleRequest extends ScaleRequest {
  @WordField(['bands'])
  declare kind: 'bands';
  @Text({ maximum: 40, example: 'ratio' })
  unit: string;
  @ListField(() => BandRequest)
  bands: BandRequest[];
}

export class AnchorRequest {
  @DecimalField({ example: '3' })
  points: string;
  @Text({ maximum: 500, example: 'Serves one objective directly, with a measure that others confirm.' })
  meaning: string;
}

export class AnchorScaleRequest extends ScaleRequest {
  @WordField(['anchors'])
  declare kind: 'anchors';
  @ListField(() => AnchorRequest, { description: 'By rising points, two at least.' })
  anchors: AnchorRequest[];
}

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

/** Stands for a `kind` that is none of them: it is refused by name, not by the fields it lacks. */
class UnknownScaleRequest extends ScaleRequest {}

@ApiExtraModels(LevelScaleRequest, BandScaleRequest, AnchorScaleRequest)
export class CriterionRequest {
  @Matches(/^[a-z][a-z0-9-]{0,59}$/, {
    message: 'id must be lower-case letters, digits and dashes, a letter first',
  })
  @ApiProperty({ example: 'delivery-confidence' })
  id: string;
  @Text({ example: 'Delivery confidence' })
  name: string;
  @DecimalField({ required: false, example: '1', description: 'Left out where the criteria are compared.' })
  weight?: string;
  @WordField(['benefit', 'cost'])
  direction: 'benefit' | 'cost';
  @WordField(MEASURES)
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
  @ListField(() => CriterionRequest, { description: 'Weights sum to 1.' })
  criteria: CriterionRequest[];

  @ObjectField(() => PairwiseWeightingRequest, {
    required: false,
    description: 'Instead of weights: they follow from comparing each criterion with each other.',
  })
  weighting?: PairwiseWeightingRequest;

  @DecimalField({ example: '0.5', description: 'Share of weight below which a component stands unranked.' })
  minimumCoverage: string;
}

export class DraftModelRequest extends ModelDefinitionRequest {
  @Text({ example: 'Delivery health 2' })
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
