import { ApiProperty } from './description';
import { checked } from './checked';
import { IdField, isId, Text, WordField, PersonField } from './validators';

export class WithdrawalRequest {
  @Text({ maximum: 5_000, multiline: true, example: 'Superseded by the river crossing.' })
  reason: string;
}

export class MustHaveRequest {
  @Text({ maximum: 5_000, multiline: true, example: 'The bridge act obliges us from April.' })
  reason: string;
}

export class MustHaveEndRequest {
  @Text({ maximum: 5_000, multiline: true, example: 'The act was repealed.' })
  reason: string;
}

const PARTS = ['sponsor', 'manager'] as const;

export class PartDeclineRequest {
  @WordField(PARTS, { description: 'The part in the project that you were named for.' })
  part: (typeof PARTS)[number];
  @Text({ maximum: 5_000, multiline: true, example: 'Nobody asked me; I assess for this board.' })
  reason: string;
}

const NATURES = ['financial', 'employment', 'supplier', 'family', 'other'] as const;

export class InterestRequest {
  @PersonField({
    required: false,
    example: undefined,
    description:
      'Whose interest it is: yours where it is left out; that of another as the PMO or a secretary is told.',
  })
  personId?: string;
  @WordField(NATURES, { description: 'What ties the person to the component.' })
  nature: (typeof NATURES)[number];
  @Text({ maximum: 5_000, multiline: true, example: 'My brother owns a share of the contractor.' })
  description: string;
}

export class InterestEndRequest {
  @Text({ maximum: 5_000, multiline: true, example: 'He sold it in March.' })
  reason: string;
}

export class PartTakeUpRequest {
  @WordField(PARTS, { description: 'The part that you declined.' })
  part: (typeof PARTS)[number];
}

export class PlaceRequest {
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    example: '6f0c2a52-9f0e-8b1d-9c3a-2f5d1c7e4b10',
    description: 'A node of the composition of its portfolio; null: directly in the portfolio.',
  })
  @checked(
    'place',
    'must be the id of a node (a UUID in lower case), or null for the portfolio itself',
    (value) => value === null || isId(value),
  )
  nodeId: string | null;
}

const DEPENDENCY_KINDS = ['requires', 'excludes', 'together-with', 'finish-before-start'] as const;

export class DependencyRequest {
  @WordField(DEPENDENCY_KINDS, {
    description: '`from` requires `to`; or: `from` finishes before `to` starts.',
  })
  kind: (typeof DEPENDENCY_KINDS)[number];
  @IdField()
  from: string;
  @IdField({ example: '7a1f0c2a-9f0e-8b1d-9c3a-2f5d1c7e4b11' })
  to: string;
  @Text({ maximum: 5_000, multiline: true, example: 'The crane of the one is needed by the other.' })
  reason: string;
}

export class DependencyRemovalRequest {
  @Text({ maximum: 5_000, multiline: true, example: 'A crane of its own has been hired.' })
  reason: string;
}
