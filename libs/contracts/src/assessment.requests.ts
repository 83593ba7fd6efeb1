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

const POINTS =
  'How much there is of what the criterion counts, from 0 to `maximum`. Direction benefit counts them as they are, direction cost counts maximum less points: points are the amount, never the merit.';

/** Levels that are accepted together: every rating of the scale has one. */
const LEVELS_EXAMPLE = [
  {
    scale: 'ipa-3',
    rating: 'green',
    points: '5',
    meaning: 'Successful delivery appears highly likely.',
  },
  {
    scale: 'ipa-3',
    rating: 'amber',
    points: '3',
    meaning: 'Successful delivery appears feasible, but significant issues exist.',
  },
  {
    scale: 'ipa-3',
    rating: 'red',
    points: '0',
    meaning: 'Successful delivery appears to be unachievable.',
  },
];

/** Bands that are accepted together, of a measure of which less is better, in the direction cost. */
const BANDS_EXAMPLE = [
  { from: null, below: '0.05', points: '0', meaning: 'On budget: within a twentieth.' },
  { from: '0.05', below: '0.10', points: '3', meaning: 'Within a tenth of the budget.' },
  { from: '0.10', below: null, points: '5', meaning: 'Off budget by a tenth or more.' },
];

const ANCHORS_EXAMPLE = [
  { points: '0', meaning: 'Serves no objective.' },
  { points: '3', meaning: 'Serves one objective directly, with a measure that others confirm.' },
  { points: '5', meaning: 'An objective cannot be reached without it.' },
];

export class RatedLevelRequest {
  @Text({
    maximum: 40,
    example: 'ipa-3',
    description: 'Version of the scale the rating stands in: ipa-5 or ipa-3.',
  })
  scale: string;
  @Text({ maximum: 40, example: 'amber', description: 'A rating of that version.' })
  rating: string;
  @DecimalField({ example: '3', description: POINTS })
  points: string;
  @Text({
    maximum: 500,
    example: 'Successful delivery appears feasible, but significant issues exist.',
    description: 'What the level means: its anchor.',
  })
  meaning: string;
}

export class BandRequest {
  @ApiProperty({
    type: String,
    nullable: true,
    example: '0.05',
    description:
      'The first value in the band, in the unit of the scale; null: no lower bound, in the first band only.',
  })
  @ValidateIf((band: BandRequest) => band.from !== null)
  @Matches(/^-?\d{1,40}(\.\d{1,40})?$/, { message: 'from must be a decimal as text, or null' })
  from: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '0.10',
    description:
      'The first value no longer in the band, with which the next one begins (bands are half-open); null: no upper bound, in the last band only.',
  })
  @ValidateIf((band: BandRequest) => band.below !== null)
  @Matches(/^-?\d{1,40}(\.\d{1,40})?$/, { message: 'below must be a decimal as text, or null' })
  below: string | null;
  @DecimalField({ example: '3', description: POINTS })
  points: string;
  @Text({
    maximum: 500,
    example: 'Within a tenth of the budget.',
    description: 'What it means to lie in the band: its anchor.',
  })
  meaning: string;
}

abstract class ScaleRequest {
  @IsIn(['levels', 'bands', 'anchors'], { message: 'kind must be levels, bands or anchors' })
  kind: string;
  @DecimalField({
    example: '5',
    description:
      'The most points the scale can give, which all lie from 0 to it. In the direction cost it is what no points at all count.',
  })
  maximum: string;
}

export class LevelScaleRequest extends ScaleRequest {
  @WordField(['levels'], { description: 'Read from delivery confidence, rating by rating.' })
  declare kind: 'levels';
  @ListField(() => RatedLevelRequest, {
    example: LEVELS_EXAMPLE,
    description:
      'One for every rating of each version of the scale it names: ipa-5 has green, amber-green, amber, amber-red and red, ipa-3 green, amber and red. Who is rated on a version it does not name has no value. A better rating never counts less.',
  })
  levels: RatedLevelRequest[];
}

export class BandScaleRequest extends ScaleRequest {
  @WordField(['bands'], { description: 'Read from a measured number.' })
  declare kind: 'bands';
  @Text({
    required: false,
    maximum: 40,
    example: 'ratio',
    description:
      "The unit of the bounds, which follows from the measure and may be left out: whole-life-cost the portfolio's currency, budget-variance ratio (0.05 is 5 %), schedule-slip days, strategic-alignment points of 100; cost-performance, schedule-performance and benefit-cost-ratio ratio, or times (shown as a plain number).",
  })
  unit?: string;
  @ListField(() => BandRequest, {
    example: BANDS_EXAMPLE,
    description:
      'By rising values, from no lower to no upper bound, without gap or overlap. A better value never counts less: of costs, variance and slip less is better, of indices, ratios and alignment more.',
  })
  bands: BandRequest[];
}

export class AnchorRequest {
  @DecimalField({ example: '3', description: POINTS })
  points: string;
  @Text({
    maximum: 500,
    example: 'Serves one objective directly, with a measure that others confirm.',
    description: 'What an assessor says who gives these points.',
  })
  meaning: string;
}

export class AnchorScaleRequest extends ScaleRequest {
  @WordField(['anchors'], { description: 'Rated by assessors, each on one anchor; their mean counts.' })
  declare kind: 'anchors';
  @ListField(() => AnchorRequest, {
    example: ANCHORS_EXAMPLE,
    description: 'By rising points, two at least.',
  })
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
