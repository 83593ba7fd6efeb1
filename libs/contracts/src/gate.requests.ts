import { IsBoolean, Matches } from 'class-validator';
import { ApiProperty } from './description';
import { ListField, Text, WordField } from './validators';

const KINDS = ['project', 'programme'] as const;
const MEETS = ['must', 'should'] as const;
const FINDINGS = ['met', 'not-met', 'not-applicable'] as const;

const SLUG = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** The short name of a gate or a criterion, by which others name it. */
const SlugField =
  (example: string, description: string): PropertyDecorator =>
  (target, property) => {
    ApiProperty({ type: String, pattern: SLUG.source, example, description })(target, property);
    Matches(SLUG, {
      message: '$property must be 1 to 40 of a to z, 0 to 9 and hyphens, like business-case',
    })(target, property);
  };

export class GateCriterionRequest {
  @SlugField('funding', 'The only one of its kind of component, whichever gate asks it.')
  id: string;
  @Text({ maximum: 1_000, multiline: true, example: 'The treasury has agreed to fund it.' })
  wording: string;
  @WordField(MEETS, { description: 'Must: no plain go while it is not met. Should: looked at and weighed.' })
  meet: (typeof MEETS)[number];
  @ApiProperty({ type: Boolean, example: true, description: 'Whether it is judged met by evidence only.' })
  @IsBoolean()
  needsEvidence: boolean;
}

export class GateRequest {
  @SlugField('business-case', 'Tells it apart; it stays the same from version to version.')
  id: string;
  @Text({ example: 'Gate 2: business case' })
  name: string;
  @ListField(() => GateCriterionRequest, { maximum: 40 })
  criteria: GateCriterionRequest[];
}

export class PublishGatesRequest {
  @WordField(KINDS, { description: 'The kind of component that runs through them.' })
  kind: (typeof KINDS)[number];
  @ListField(() => GateRequest, { maximum: 20, description: 'All of them, in their order.' })
  gates: GateRequest[];
}

export class ReachGateRequest {
  @SlugField('business-case', 'One of the gates published for projects.')
  gate: string;
  @Text({ maximum: 5_000, multiline: true, example: 'The survey is done, the costs are known.' })
  reason: string;
}

export class GateEvidenceRequest {
  @SlugField('business-case', 'The gate at which the project stands.')
  gate: string;
  @SlugField('funding', 'One of its criteria.')
  criterion: string;
  @Text({ maximum: 10_000, multiline: true, example: 'The letter of the treasury of 3 March.' })
  what: string;
  @Text({
    required: false,
    maximum: 1_000,
    example: 'Record 2026/118',
    description: 'Where it is found, or the hash it is checked by.',
  })
  reference?: string;
}

export class GateJudgementRequest {
  @SlugField('business-case', 'The gate at which the project stands.')
  gate: string;
  @SlugField('funding', 'One of its criteria.')
  criterion: string;
  @WordField(FINDINGS, { description: 'What does not apply is not asked any more.' })
  finding: (typeof FINDINGS)[number];
  @Text({ maximum: 10_000, multiline: true, example: 'Read; it covers the whole cost.' })
  reason: string;
}
