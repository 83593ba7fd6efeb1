import { ApiExtraModels, ApiPropertyOptional } from './description';
import { IsIn } from 'class-validator';
import { ConditionRequest } from './condition.requests';
import { MatterField, MATTERS, type MatterRequest } from './matter.requests';
import { OUTCOMES } from './outcomes';
import { KindOfDecision } from './authority.requests';
import { KindField } from './kind-field';
import {
  CountField,
  DecimalField,
  IdField,
  InstantField,
  MayBeLeftOut,
  ListField,
  PersonField,
  Text,
  WordField,
} from './validators';

abstract class QuorumRequest {
  @IsIn(['count', 'share'], { message: 'kind must be count or share' })
  kind: string;
  @ApiPropertyOptional({
    type: Boolean,
    default: false,
    example: true,
    description: 'Whether who leads must be among the voters: the chair, or the deputy in their place.',
  })
  @MayBeLeftOut()
  @IsIn([true, false], { message: 'withLead must be true or false' })
  withLead?: boolean;
}

export class CountQuorumRequest extends QuorumRequest {
  @WordField(['count'])
  declare kind: 'count';
  @CountField(1_000, { example: 2 })
  seats: number;
}

export class ShareQuorumRequest extends QuorumRequest {
  @WordField(['share'])
  declare kind: 'share';
  @DecimalField({ example: '0.5' })
  share: string;
}

class UnknownQuorumRequest extends QuorumRequest {}

const CARRY_RULES = [
  'majority-or-casting-vote',
  'two-thirds-of-all',
  'majority-of-cast',
  'majority-of-present',
  'majority-of-all',
  'two-thirds-of-cast',
  'unanimity-of-cast',
] as const;

@ApiExtraModels(CountQuorumRequest, ShareQuorumRequest)
export class EstablishBodyRequest {
  @Text({ example: 'Investment board' })
  name: string;

  @KindField({ count: CountQuorumRequest, share: ShareQuorumRequest }, UnknownQuorumRequest)
  quorum: CountQuorumRequest | ShareQuorumRequest;

  @WordField(CARRY_RULES)
  carryRule: (typeof CARRY_RULES)[number];

  @CountField(1_000, { example: 2, description: 'Fewer entitled seats than this: no ballot is opened.' })
  minimumSeats: number;
}

export class ChangeBodyRulesRequest {
  @KindField({ count: CountQuorumRequest, share: ShareQuorumRequest }, UnknownQuorumRequest)
  quorum: CountQuorumRequest | ShareQuorumRequest;

  @WordField(CARRY_RULES)
  carryRule: (typeof CARRY_RULES)[number];

  @CountField(1_000, { example: 2, description: 'Fewer entitled seats than this: no ballot is opened.' })
  minimumSeats: number;

  @Text({ maximum: 2_000, multiline: true, example: 'The board has grown to nine.' })
  reason: string;
}

export class SeatMemberRequest {
  @PersonField({ example: 'p-bea' })
  personId: string;
  @WordField(['chair', 'deputy', 'member', 'secretary', 'alternate'])
  role: 'chair' | 'deputy' | 'member' | 'secretary' | 'alternate';
  @PersonField({
    required: false,
    example: undefined,
    description: 'Of an alternate, and of nobody else: in whose seat they vote while that person does not.',
  })
  alternateFor?: string;
  @InstantField({
    required: false,
    example: undefined,
    description: 'Now where it is left out, as it mostly is; never before now.',
  })
  from?: string;
  @InstantField({ required: false, example: '2099-03-31T22:00:00.000Z', description: 'Excluded.' })
  until?: string;
}

export class UnseatMemberRequest {
  @Text({ maximum: 2_000, multiline: true, example: 'Left the organisation.' })
  reason: string;
}

@ApiExtraModels(...MATTERS)
export class TableMotionRequest {
  @IdField()
  bodyId: string;
  @IdField({
    required: false,
    description:
      'The component it is about; of a waiver that of its condition. Left out of a slate, a scoring model, a budget, a programme.',
  })
  projectId?: string;
  @MatterField()
  matter?: MatterRequest;
  @KindOfDecision({
    description:
      'The kind of decision, in the words of the scheme of delegation, such as operating or capital: which grant permits it may hang on that.',
  })
  kind?: string;
  @WordField(OUTCOMES)
  ask: (typeof OUTCOMES)[number];
  @Text({ maximum: 5_000, multiline: true, example: 'Shall the bridge renewal go ahead at 12.5 million?' })
  question: string;
  @IdField({
    required: false,
    example: undefined,
    description: 'The motion whose decision on this project it is to stand in the place of.',
  })
  supersedes?: string;
}

export class WithdrawMotionRequest {
  @Text({ maximum: 2_000, multiline: true, example: 'The ground survey is not there yet.' })
  reason: string;
}

export class OpenBallotRequest {
  @InstantField({
    required: false,
    example: '2099-04-01T09:00:00.000Z',
    description:
      'No vote from here on; it is closed then, if nobody has closed it before. Left out: until somebody closes it.',
  })
  closesAt?: string;
}

export class CastVoteRequest {
  @WordField(['for', 'against', 'abstain'])
  choice: 'for' | 'against' | 'abstain';
  @Text({ maximum: 5_000, multiline: true, example: 'The load limit would close the road.' })
  reason: string;
}

export class EscalateMotionRequest {
  @Text({ maximum: 2_000, multiline: true, example: 'With the bridge before it this is above our limit.' })
  reason: string;
  @IdField({
    required: false,
    example: undefined,
    description: 'A body that nobody has limited, where no grant says who comes next; else left out.',
  })
  bodyId?: string;
}

export class CallInDecisionRequest {
  @Text({ maximum: 2_000, multiline: true, example: 'The board wants to see the ground survey first.' })
  reason: string;
}

export class RatifyDecisionRequest {
  @Text({ maximum: 2_000, multiline: true, example: 'The board has seen the case and agrees.' })
  reason: string;
}

export class RecordDecisionRequest {
  @Text({
    maximum: 10_000,
    multiline: true,
    example: 'The board accepts the case; the price is fixed until March.',
  })
  rationale: string;
  @ListField(() => ConditionRequest, {
    required: false,
    maximum: 50,
    description: 'Of a conditional go, and only of one: at least one.',
  })
  conditions?: ConditionRequest[];
}
