import { ApiPropertyOptional } from './description';
import { IsIn, Matches } from 'class-validator';
import { ListRequest } from './read.requests';
import {
  DayField,
  DecimalField,
  IdField,
  LevelField,
  ListField,
  MayBeLeftOut,
  ObjectField,
  PersonField,
  Text,
  WordField,
} from './validators';

const PLACE = 'The node it stands in; the id of the portfolio: directly in the portfolio.';

export class AddNodeRequest {
  @WordField(['sub-portfolio', 'programme'])
  kind: 'sub-portfolio' | 'programme';
  @Text({ example: 'Bridge renewals' })
  name: string;
  @IdField({ description: PLACE })
  parentId: string;
  @PersonField({ required: false, example: 'p-sam' })
  lead?: string;
}

export class RenameNodeRequest {
  @Text({ example: 'Bridges and tunnels' })
  name: string;
}

export class MoveNodeRequest {
  @IdField({ description: PLACE })
  parentId: string;
}

export class CloseNodeRequest {
  @Text({ maximum: 2_000, multiline: true, example: 'The last renewal was completed.' })
  reason: string;
}

export class MeasureRequest {
  @Text({ example: 'Bridges under a load limit' })
  name: string;
  @Text({ maximum: 50, example: 'bridges' })
  unit: string;
  @WordField(['falls', 'rises'], { description: 'Whether a higher or a lower value is the better one.' })
  direction: 'falls' | 'rises';
}

export class BaselineRequest {
  @DecimalField({ example: '40' })
  value: string;
  @DayField({ example: '2025-12-31' })
  day: string;
}

export class TargetRequest {
  @DecimalField({ example: '10' })
  value: string;
  @DayField({ example: '2030-12-31', description: 'After the day of the baseline.' })
  day: string;
}

export class ObjectiveRequest {
  @Text({ example: 'No lorry turns back' })
  name: string;
  @Text({
    maximum: 5_000,
    multiline: true,
    example: 'No bridge on a freight route carries a load limit.',
  })
  description: string;
  @ObjectField(() => MeasureRequest)
  measure: MeasureRequest;
  @ObjectField(() => BaselineRequest)
  baseline: BaselineRequest;
  @ObjectField(() => TargetRequest)
  target: TargetRequest;
}

export class ReviseObjectiveRequest extends ObjectiveRequest {
  @Text({
    required: false,
    maximum: 2_000,
    multiline: true,
    example: 'Four more bridges were surveyed.',
    description: 'Needed where measure, baseline or target change.',
  })
  reason?: string;
}

export class RetireObjectiveRequest {
  @Text({ maximum: 2_000, multiline: true, example: 'The new strategy counts hours of closure instead.' })
  reason: string;
}

export class ObjectiveWeightRequest {
  @IdField()
  objectiveId: string;
  @DecimalField({ example: '1', description: 'Above 0; all together 1.' })
  weight: string;
}

export class WeighObjectivesRequest {
  @ListField(() => ObjectiveWeightRequest, {
    maximum: 200,
    description: 'All active objectives, each once.',
  })
  weights: ObjectiveWeightRequest[];
}

export class ReportActualRequest {
  @DayField({ example: '2026-01-31', description: 'Not before the baseline, after the last one reported.' })
  day: string;
  @DecimalField({ example: '38', description: 'In the unit of the measure.' })
  value: string;
  @Text({ required: false, maximum: 2_000, multiline: true, example: 'Two were strengthened.' })
  note?: string;
}

export class CorrectActualRequest {
  @DayField({ example: '2026-01-31', description: 'A day for which a value was reported.' })
  day: string;
  @DecimalField({ example: '39', description: 'The value that stands from now on.' })
  value: string;
  @Text({ maximum: 2_000, multiline: true, example: 'One of the two is still under inspection.' })
  reason: string;
}

export class ObjectiveListRequest extends ListRequest {
  @ApiPropertyOptional({
    enum: ['active', 'retired'],
    description: 'Only these; all where it is left out.',
    example: 'active',
  })
  @MayBeLeftOut()
  @IsIn(['active', 'retired'])
  status?: 'active' | 'retired';
}

const LEVEL = '0 none, 1 indirect, 2 supporting, 3 strong, 4 essential: the scale contribution-1.';

export class ContributionRequest {
  @IdField()
  objectiveId: string;
  @LevelField({ example: 3, description: LEVEL })
  level: number;
  @Text({ maximum: 2_000, multiline: true, example: 'Lifts three of the limits on the freight ring.' })
  reason: string;
}

export class WithdrawContributionRequest {
  @IdField()
  objectiveId: string;
  @Text({ maximum: 2_000, multiline: true, example: 'The scope no longer holds the freight ring.' })
  reason: string;
}

export class ContributionListRequest extends ListRequest {
  @ApiPropertyOptional({ format: 'uuid', description: 'Only those to this objective.' })
  @MayBeLeftOut()
  @Matches(/^[0-9a-f-]{36}$/, { message: 'objective must be the id of an objective' })
  objective?: string;
  @ApiPropertyOptional({
    enum: ['claimed', 'confirmed'],
    description: 'Only those that stand so; both where it is left out.',
    example: 'confirmed',
  })
  @MayBeLeftOut()
  @IsIn(['claimed', 'confirmed'])
  status?: 'claimed' | 'confirmed';
}
