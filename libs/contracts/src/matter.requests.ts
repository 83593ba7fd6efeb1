import { ApiExtraModels } from './description';
import { KindField } from './kind-field';
import { CountField, DecimalField, IdField, ListField, WordField } from './validators';
import { OUTCOMES } from './outcomes';

/** What a motion can be about. */
export const MATTER_NAMES = [
  'component',
  're-baseline',
  'waiver',
  'slate',
  'scoring-model',
  'budget',
  'programme',
] as const;
export type MatterName = (typeof MATTER_NAMES)[number];

abstract class OnRequest {
  @WordField(MATTER_NAMES)
  on: string;
}

export class ComponentMatterRequest extends OnRequest {
  @WordField(['component'])
  declare on: 'component';
}

export class ReBaselineMatterRequest extends OnRequest {
  @WordField(['re-baseline'])
  declare on: 're-baseline';
}

export class WaiverMatterRequest extends OnRequest {
  @WordField(['waiver'])
  declare on: 'waiver';
  @IdField({ description: 'The condition that is asked for no more.' })
  conditionId: string;
}

export class SlateItemRequest {
  @IdField()
  projectId: string;
  @WordField(OUTCOMES)
  ask: (typeof OUTCOMES)[number];
}

@ApiExtraModels(SlateItemRequest)
export class SlateMatterRequest extends OnRequest {
  @WordField(['slate'])
  declare on: 'slate';
  @ListField(() => SlateItemRequest, {
    maximum: 50,
    description: 'At least two components, each once, with what is asked of it.',
  })
  components: SlateItemRequest[];
}

export class ScoringModelMatterRequest extends OnRequest {
  @WordField(['scoring-model'])
  declare on: 'scoring-model';
  @IdField({ description: 'A draft, to be published as it reads now.' })
  modelId: string;
}

export class BudgetMatterRequest extends OnRequest {
  @WordField(['budget'])
  declare on: 'budget';
  @CountField(2200, { minimum: 1900, example: 2027, description: 'The year the budget is for.' })
  year: number;
  @DecimalField({
    example: '12500000',
    description: 'How much may be spent in it, in the currency of the portfolio.',
  })
  amount: string;
}

export class ProgrammeMatterRequest extends OnRequest {
  @WordField(['programme'])
  declare on: 'programme';
  @IdField({ description: 'A node of the composition that is a programme.' })
  nodeId: string;
}

class UnknownMatterRequest extends OnRequest {}

const KINDS = {
  component: ComponentMatterRequest,
  're-baseline': ReBaselineMatterRequest,
  waiver: WaiverMatterRequest,
  slate: SlateMatterRequest,
  'scoring-model': ScoringModelMatterRequest,
  budget: BudgetMatterRequest,
  programme: ProgrammeMatterRequest,
} as const;

export type MatterRequest = InstanceType<(typeof KINDS)[keyof typeof KINDS]>;

/** Every shape of a matter, for the document of the API. */
export const MATTERS = Object.values(KINDS);

/** What a motion is about; left out: the component that `projectId` names. */
export const MatterField = () =>
  KindField(KINDS, UnknownMatterRequest, {
    required: false,
    by: 'on',
    description: 'What the motion is about; left out: the component that projectId names.',
  });
