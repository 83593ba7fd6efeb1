import { IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { ApiProperty, ApiPropertyOptional } from './description';
import { ListRequest } from './read.requests';
import { DayField, DecimalField, MayBeLeftOut, ObjectField, PersonField, Text } from './validators';

export class MoneyRequest {
  @DecimalField({ example: '47900000', description: 'Zero or more.' })
  amount: string;
  @ApiProperty({ type: String, example: 'GBP', description: 'The currency of the portfolio.' })
  @Matches(/^[A-Z]{3}$/, { message: 'currency must be an ISO 4217 code like GBP' })
  currency: string;
}

export class ClosureRequest {
  @ObjectField(() => MoneyRequest, { description: 'What it cost in the end.' })
  finalCost: MoneyRequest;
  @DayField({
    required: false,
    example: '2024-04-01',
    description: 'Left out only of work that was killed before it began.',
  })
  start?: string;
  @DayField({ example: '2026-03-31', description: 'The day the work ended.' })
  finish: string;
  @Text({ maximum: 20_000, multiline: true, example: 'Ask the tunnellers before the architects.' })
  lessons: string;
  @PersonField({
    required: false,
    example: 'p-maya',
    description: 'Who owns its benefits from now on. Of killed work it may be nobody: then say why.',
  })
  benefitOwner?: string;
  @Text({
    required: false,
    maximum: 5_000,
    multiline: true,
    example: undefined,
    description: 'Why nobody owns the benefits of killed work.',
  })
  noOwnerReason?: string;
}

export class ClosureCorrectionRequest extends ClosureRequest {
  @Text({ maximum: 5_000, multiline: true, example: 'The last invoice came in after the report.' })
  reason: string;
}

const ENDS = ['completed', 'killed'] as const;

export class ClosureListRequest extends ListRequest {
  @ApiPropertyOptional({ enum: ENDS, description: 'Only work that ended so.', example: 'completed' })
  @MayBeLeftOut()
  @IsIn(ENDS)
  outcome?: (typeof ENDS)[number];

  @PersonField({
    required: false,
    description: 'Only work whose benefits this person owns from then on.',
    example: 'p-maya',
  })
  owner?: string;

  @ApiPropertyOptional({ description: 'Only what says so in its lessons or its name.', example: 'tunnel' })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(200)
  text?: string;
}
