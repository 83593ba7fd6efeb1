import { ApiProperty } from './description';
import { IsIn, Matches, ValidateIf } from 'class-validator';
import { DecimalField, ListField, Text, WordField } from './validators';

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

/** Stands for a `kind` that is none of them: it is refused by name, not by the fields it lacks. */
export class UnknownScaleRequest extends ScaleRequest {}
