import { DayField, PersonField, Text, WordField } from './validators';

const CONSEQUENCES = ['escalate', 'hold', 'kill-motion'] as const;

/** A condition of a conditional go. */
export class ConditionRequest {
  @Text({ maximum: 2_000, multiline: true, example: 'The ground survey is published.' })
  what: string;
  @PersonField({ example: 'p-priya', description: 'Who answers for it.' })
  owner: string;
  @DayField({
    example: '2099-04-01',
    description: 'The last day on which it can be met, in the time zone of the portfolio.',
  })
  due: string;
  @Text({
    maximum: 2_000,
    multiline: true,
    example: 'The report with the signature of the geologist.',
    description: 'What would show that it is met.',
  })
  evidence: string;
  @WordField(CONSEQUENCES, {
    description: 'What the body is called to decide when it lapses. Nothing is decided by the lapse itself.',
  })
  consequence: (typeof CONSEQUENCES)[number];
}

export class GiveEvidenceRequest {
  @Text({ maximum: 10_000, multiline: true, example: 'The report was signed on 3 March, record 2099/118.' })
  evidence: string;
}

export class ConfirmConditionRequest {
  @Text({
    maximum: 10_000,
    multiline: true,
    example: 'Read; the survey covers both banks, as was asked for.',
  })
  finding: string;
}

export class WaiveConditionRequest {
  @Text({ maximum: 2_000, multiline: true, example: 'The route moved: there is no ground left to survey.' })
  reason: string;
}
