import { IdField, Text, WordField } from './validators';

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
