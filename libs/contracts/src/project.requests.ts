import { DayField, DecimalField, ObjectField, PersonField, Text } from './validators';

/** A business case as it is proposed or revised; amounts in the portfolio's currency. */
export class BusinessCaseRequest {
  @Text({ example: 'North bridge renewal' })
  name: string;

  @Text({
    maximum: 20_000,
    multiline: true,
    example: 'Replace the bearings and the deck before the load limit falls.',
  })
  summary: string;

  @PersonField({ example: 'p-maya' })
  sponsor: string;

  @PersonField({ example: 'p-priya' })
  manager: string;

  @DecimalField({ example: '12500000', description: 'Whole-life cost.' })
  wholeLifeCost: string;

  @DecimalField({ required: false, example: '18000000' })
  expectedBenefits?: string;

  @DayField({ example: '2027-04-01' })
  start: string;

  @DayField({ example: '2029-03-31' })
  finish: string;

  @Text({ required: false, example: 'Highways' })
  department?: string;

  @Text({ required: false, example: 'Infrastructure' })
  category?: string;
}

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

/** Cumulative to the status date, but `budget` and `forecast`, which are those of the reporting period. */
export class FiguresRequest {
  @DecimalField({ required: false, example: '3000' })
  plannedValue?: string;
  @DecimalField({ required: false, example: '2500' })
  earnedValue?: string;
  @DecimalField({ required: false, example: '2800' })
  actualCost?: string;
  @DecimalField({ required: false, example: '1200000' })
  budget?: string;
  @DecimalField({ required: false, example: '1260000' })
  forecast?: string;
  @DecimalField({ required: false, example: '12500000' })
  wholeLifeCost?: string;
  @DecimalField({ required: false, example: '18000000' })
  benefits?: string;
  @DayField({ required: false, example: '2027-04-01' })
  start?: string;
  @DayField({ required: false, example: '2029-06-30' })
  finish?: string;
}

export class DeliveryConfidenceRequest {
  @Text({ maximum: 40, example: 'ipa-3', description: 'Version of the rating scale.' })
  scale: string;
  @Text({ maximum: 40, example: 'amber' })
  rating: string;
}

export class StatusReportRequest {
  @DayField({ example: '2027-06-30', description: 'The status date.' })
  reportedFor: string;

  @ObjectField(() => FiguresRequest, { description: 'Those that are known; {} where there are none.' })
  figures: FiguresRequest;

  @ObjectField(() => DeliveryConfidenceRequest, { required: false })
  confidence?: DeliveryConfidenceRequest;

  @Text({
    required: false,
    maximum: 50_000,
    multiline: true,
    example: 'Bearings arrived late; the deck is on plan.',
  })
  narrative?: string;
}
