import { IsIn } from 'class-validator';
import { checked, MayBeLeftOut, type Documented } from './checked';
import { ApiExtraModels, ApiPropertyOptional } from './description';
import { OUTCOMES } from './outcomes';
import { ListRequest, ReadRequest } from './read.requests';
import { KindField } from './kind-field';
import {
  CountField,
  DecimalField,
  IdField,
  InstantField,
  isId,
  ObjectField,
  Text,
  WordField,
} from './validators';
import { applyDecorators } from '@nestjs/common';

const KIND = '^[a-z][a-z0-9-]{0,39}$';
const isKind = (value: unknown): boolean => typeof value === 'string' && new RegExp(KIND).test(value);
const isOutcome = (value: unknown): boolean => OUTCOMES.some((outcome) => outcome === value);

/** A list of 1 to 50 texts of this form; left out, it limits nothing. */
const Several = (is: (value: unknown) => boolean, of: string, documented: Documented) =>
  applyDecorators(
    ApiPropertyOptional({ type: String, isArray: true, minItems: 1, maxItems: 50, ...documented }),
    MayBeLeftOut(),
    checked(
      'several',
      `must be a list of 1 to 50 ${of}`,
      (value) => Array.isArray(value) && value.length >= 1 && value.length <= 50 && value.every(is),
    ),
  );

/** A kind of decision, in the words of the organisation. */
export const KindOfDecision = (documented: Documented = {}) =>
  applyDecorators(
    ApiPropertyOptional({ type: String, pattern: KIND, example: 'capital', ...documented }),
    MayBeLeftOut(),
    checked('kind', 'must be a word of small letters, digits and hyphens, like contract-variation', isKind),
  );

abstract class GrantorRequest {
  @IsIn(['portfolio', 'body', 'grant'], { message: 'kind must be portfolio, body or grant' })
  kind: string;
}

/** The authority of the portfolio, which has no limit. */
export class PortfolioGrantorRequest extends GrantorRequest {
  @WordField(['portfolio'])
  declare kind: 'portfolio';
}

/** The authority of a body that nobody has limited. */
export class BodyGrantorRequest extends GrantorRequest {
  @WordField(['body'])
  declare kind: 'body';
  @IdField()
  bodyId: string;
}

/** A part of what a grant gives to the body that holds it. */
export class GrantGrantorRequest extends GrantorRequest {
  @WordField(['grant'])
  declare kind: 'grant';
  @IdField()
  grantId: string;
}

class UnknownGrantorRequest extends GrantorRequest {}

export class PeriodLimitRequest {
  @DecimalField({ example: '20000000', description: 'In the currency of the portfolio.' })
  amount: string;
  @WordField(['month', 'quarter', 'year'], {
    example: 'quarter',
    description: 'Of the calendar, where the portfolio lives.',
  })
  period: 'month' | 'quarter' | 'year';
}

export class AuthorityRequest {
  @Several(isId, 'ids of nodes', {
    description:
      'Nodes of the composition, each with all that stands in it; the whole portfolio where left out.',
  })
  domains?: string[];

  @Several(isKind, 'words of small letters, digits and hyphens', {
    example: ['capital', 'contract-variation'],
    description: 'Kinds of decision in your own words; every kind where left out.',
  })
  kinds?: string[];

  @Several(isOutcome, `of ${OUTCOMES.join(', ')}`, {
    example: ['go', 'hold'],
    description: 'Every outcome where left out.',
  })
  outcomes?: (typeof OUTCOMES)[number][];

  @DecimalField({
    required: false,
    example: '5000000',
    description:
      'The largest value of one decision, in the currency of the portfolio; no limit where left out.',
  })
  perDecision?: string;

  @ObjectField(() => PeriodLimitRequest, { required: false, description: 'No limit where left out.' })
  perPeriod?: PeriodLimitRequest;

  @InstantField({ required: false, example: undefined, description: 'Now where left out; never before now.' })
  from?: string;

  @InstantField({
    required: false,
    example: '2099-03-31T22:00:00.000Z',
    description: 'Excluded; until it is revoked where left out.',
  })
  until?: string;
}

@ApiExtraModels(PortfolioGrantorRequest, BodyGrantorRequest, GrantGrantorRequest)
export class GiveGrantRequest {
  @KindField(
    { portfolio: PortfolioGrantorRequest, body: BodyGrantorRequest, grant: GrantGrantorRequest },
    UnknownGrantorRequest,
  )
  from: PortfolioGrantorRequest | BodyGrantorRequest | GrantGrantorRequest;

  @IdField({ description: 'The body that gets it; a lead is a body of one.' })
  bodyId: string;

  @ObjectField(() => AuthorityRequest, {
    example: {
      outcomes: ['go', 'conditional-go', 'hold'],
      perDecision: '5000000',
      perPeriod: { amount: '20000000', period: 'quarter' },
    },
  })
  authority: AuthorityRequest;

  @ApiPropertyOptional({
    type: Boolean,
    default: false,
    example: true,
    description: 'Whether the body may pass on a part of it.',
  })
  @MayBeLeftOut()
  @IsIn([true, false], { message: 'maySubDelegate must be true or false' })
  maySubDelegate?: boolean;

  @CountField(8_784, {
    required: false,
    example: undefined,
    description:
      'How many hours the granting body may call in what is decided under it; not at all where left out.',
  })
  callInHours?: number;
}

export class RevokeGrantRequest {
  @Text({ maximum: 2_000, multiline: true, example: 'The programme has ended.' })
  reason: string;
}

export class GrantListRequest extends ListRequest {
  @ApiPropertyOptional({
    enum: ['in-force', 'all'],
    default: 'in-force',
    description: 'All: those that are revoked, expired, void or have not begun, too.',
  })
  @MayBeLeftOut()
  @IsIn(['in-force', 'all'])
  standing?: 'in-force' | 'all';
}

export class AuthorityRouteRequest extends ReadRequest {
  @ApiPropertyOptional({ enum: OUTCOMES, default: 'go', description: 'What is to be decided.' })
  @MayBeLeftOut()
  @IsIn(OUTCOMES)
  outcome?: (typeof OUTCOMES)[number];

  @KindOfDecision({ description: 'The kind of decision, as grants name it.' })
  kind?: string;

  @DecimalField({
    required: false,
    example: '1200000',
    description:
      'The increase of whole-life commitment it would authorise, in the currency of the portfolio; what the business case says where left out.',
  })
  value?: string;
}
