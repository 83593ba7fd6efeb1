import { IsIn, Matches } from 'class-validator';
import { ApiPropertyOptional } from './description';
import { DecisionListRequest, ID_FORM } from './read.requests';
import { KindOfDecision } from './authority.requests';
import { MATTER_NAMES, type MatterName } from './matter.requests';
import { MayBeLeftOut } from './validators';

const DECISION_STANDINGS = ['in-force', 'called-in', 'superseded'] as const;

/** What the decision register is searched for. */
export class DecisionRegisterRequest extends DecisionListRequest {
  @ApiPropertyOptional({ description: 'Only those decided under this grant, at any place of its chain.' })
  @MayBeLeftOut()
  @Matches(ID_FORM, { message: 'grant must be the id of a grant' })
  grant?: string;

  @ApiPropertyOptional({
    enum: DECISION_STANDINGS,
    description: 'Only those that stand so; `called-in`: the body that delegated decides in their place.',
    example: 'in-force',
  })
  @MayBeLeftOut()
  @IsIn(DECISION_STANDINGS)
  standing?: (typeof DECISION_STANDINGS)[number];

  @ApiPropertyOptional({
    enum: ['true', 'false'],
    description: 'Only those that were passed on from another body, or none of these.',
  })
  @MayBeLeftOut()
  @IsIn(['true', 'false'])
  escalated?: 'true' | 'false';

  @ApiPropertyOptional({
    enum: MATTER_NAMES,
    description: 'Only decisions about such a matter.',
    example: 'slate',
  })
  @MayBeLeftOut()
  @IsIn(MATTER_NAMES)
  matter?: MatterName;

  @KindOfDecision({ description: 'Only decisions of this kind.' })
  kind?: string;
}
