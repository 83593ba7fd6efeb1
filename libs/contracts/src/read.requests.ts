import { OUTCOMES } from './outcomes';
import { ApiPropertyOptional } from './description';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { DecimalField, MayBeLeftOut, PersonField } from './validators';

/** What every read takes. */
export class ReadRequest {
  @ApiPropertyOptional({
    description:
      'A day (its end in the time zone of the portfolio), an instant, an event number, or the token of an earlier answer.',
    example: '2019-12-31',
  })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(1_000)
  asOf?: string;

  @ApiPropertyOptional({
    description: 'The position of a receipt: the answer holds at least that write.',
    example: '4811',
  })
  @MayBeLeftOut()
  @Matches(/^\d{1,20}(\/\d{1,20})?$/, { message: 'after takes the position of a receipt as it came' })
  after?: string;
}

/** What a list takes beside. */
export class ListRequest extends ReadRequest {
  @ApiPropertyOptional({ description: 'Rows of a page, 1 to 1000.', example: 200, default: 200 })
  @MayBeLeftOut()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000)
  limit?: number;

  @ApiPropertyOptional({ description: 'From `next` of the page before.' })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(2_000)
  cursor?: string;

  @ApiPropertyOptional({
    enum: ['rows', 'columns'],
    description: 'Columns: each field name once, for long lists.',
  })
  @MayBeLeftOut()
  @IsIn(['rows', 'columns'])
  form?: 'rows' | 'columns';
}

export class RankingRequest extends ReadRequest {
  @ApiPropertyOptional({
    description: 'Id or name of a scoring model; the one last published where it is left out.',
    example: 'Delivery health 1',
  })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(200)
  model?: string;

  @ApiPropertyOptional({
    enum: ['rows', 'columns'],
    description: 'Columns: each field name once, for long lists.',
  })
  @MayBeLeftOut()
  @IsIn(['rows', 'columns'])
  form?: 'rows' | 'columns';
}

/** A read by a scoring model. */
class ByModelRequest extends ReadRequest {
  @ApiPropertyOptional({
    description: 'Id or name of a scoring model; the one last published where it is left out.',
    example: 'Delivery health 1',
  })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(200)
  model?: string;
}

/** What a funding line, or a letter about it, takes. */
export class FundingLineRequest extends ByModelRequest {
  @DecimalField({
    required: false,
    example: '50000000',
    description:
      'What there is to spend, in the currency of the portfolio, from 0 on; without it nothing is short.',
  })
  budget?: string;

  @ApiPropertyOptional({
    enum: ['stop', 'fill'],
    default: 'stop',
    description:
      'Stop at the first component that breaches the budget, or go on past it with what still fits.',
  })
  @MayBeLeftOut()
  @IsIn(['stop', 'fill'])
  rule?: 'stop' | 'fill';
}

/** What moved one component. */
export class ComponentMovesRequest extends ByModelRequest {
  @ApiPropertyOptional({
    description: 'The earlier moment: as `asOf`. Without it, before the first event.',
    example: '2018-12-31',
  })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(1_000)
  since?: string;
}

/** What moved the components of a portfolio. */
export class MovesRequest extends ComponentMovesRequest {
  @ApiPropertyOptional({
    enum: ['true', 'false'],
    default: 'false',
    description: 'Whether those are listed, too, whose rank and score stayed.',
  })
  @MayBeLeftOut()
  @IsIn(['true', 'false'])
  all?: 'true' | 'false';
}

/** With whom a component would swap. */
export class SwapRequest extends ByModelRequest {
  @ApiPropertyOptional({ enum: ['above', 'below'], default: 'above', description: 'Which neighbour.' })
  @MayBeLeftOut()
  @IsIn(['above', 'below'])
  with?: 'above' | 'below';
}

const MOTION_STANDINGS = ['tabled', 'withdrawn', 'ballot-open', 'ballot-over', 'closed', 'decided'] as const;

export class MotionListRequest extends ListRequest {
  @ApiPropertyOptional({
    enum: MOTION_STANDINGS,
    description: 'Only motions that stand so; `ballot-over`: voting has ended and nobody has counted yet.',
    example: 'ballot-open',
  })
  @MayBeLeftOut()
  @IsIn(MOTION_STANDINGS)
  status?: (typeof MOTION_STANDINGS)[number];
}

export const ID_FORM = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

export class DecisionListRequest extends ListRequest {
  @ApiPropertyOptional({ enum: OUTCOMES, description: 'Only decisions with this outcome.', example: 'go' })
  @MayBeLeftOut()
  @IsIn(OUTCOMES)
  outcome?: (typeof OUTCOMES)[number];

  @ApiPropertyOptional({ description: 'Only those of this body.' })
  @MayBeLeftOut()
  @Matches(ID_FORM, { message: 'body must be the id of a body' })
  body?: string;

  @ApiPropertyOptional({ description: 'Only those on this project.' })
  @MayBeLeftOut()
  @Matches(ID_FORM, { message: 'project must be the id of a project' })
  project?: string;

  @PersonField({
    required: false,
    description: 'Only those that this person tabled, voted on or recorded.',
    example: 'p-bea',
  })
  person?: string;

  @ApiPropertyOptional({ description: 'Only those whose question or rationale says so.', example: 'bridge' })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(200)
  text?: string;
}

export class InterestListRequest extends ListRequest {
  @PersonField({ required: false, description: 'Only those of this person.', example: 'p-bea' })
  person?: string;
}

const CONDITION_STANDINGS = ['open', 'late', 'met', 'waived', 'released', 'lapsed'] as const;

export class ConditionListRequest extends ListRequest {
  @ApiPropertyOptional({
    enum: CONDITION_STANDINGS,
    description:
      'Only conditions that stand so. `open`: its due day has not ended. `late`: it has, and no end of the condition is recorded yet: evidence given in time can be confirmed for a fortnight; without any its time is over, and its clock records within a minute that it has lapsed. `released`: its work was killed or completed before.',
    example: 'open',
  })
  @MayBeLeftOut()
  @IsIn(CONDITION_STANDINGS)
  standing?: (typeof CONDITION_STANDINGS)[number];

  @PersonField({ required: false, description: 'Only those this person answers for.', example: 'p-bea' })
  owner?: string;

  @ApiPropertyOptional({ description: 'Only those on this project.' })
  @MayBeLeftOut()
  @Matches(ID_FORM, { message: 'project must be the id of a project' })
  project?: string;

  @ApiPropertyOptional({ description: 'Only those decided with this motion.' })
  @MayBeLeftOut()
  @Matches(ID_FORM, { message: 'motion must be the id of a motion' })
  motion?: string;
}

export class ProjectListRequest extends ListRequest {
  @ApiPropertyOptional({
    description: 'Only this state; `all` also lists what has left.',
    example: 'proposed',
  })
  @MayBeLeftOut()
  @IsIn(['proposed', 'authorised', 'held', 'withdrawn', 'rejected', 'killed', 'completed', 'left', 'all'])
  status?: string;
  @ApiPropertyOptional({ example: 'MOD' })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(200)
  department?: string;
}
