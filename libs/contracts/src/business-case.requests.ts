import {
  CountField,
  DayField,
  DecimalField,
  LabelsField,
  ListField,
  MonthField,
  PersonField,
  Text,
} from './validators';

export class BudgetYearRequest {
  @CountField(9_998, { minimum: 1_900, example: 2027, description: 'A calendar year.' })
  year: number;
  @DecimalField({ example: '12500000' })
  amount: string;
}

export class DemandLineRequest {
  @Text({ maximum: 60, example: 'bridge engineer' })
  skill: string;
  @MonthField()
  month: string;
  @DecimalField({ example: '320', description: 'Hours of that skill in that month.' })
  hours: string;
}

export class PlannedIncrementRequest {
  @DayField({ example: '2029-12-31', description: 'The day from which on it is gained.' })
  day: string;
  @DecimalField({ example: '18000000', description: 'What is gained beside what was gained before.' })
  amount: string;
}

export class PlannedBenefitRequest {
  @Text({ maximum: 40, example: 'open-road', description: 'Tells it apart within this case.' })
  id: string;
  @Text({ example: 'The road stays open' })
  name: string;
  @Text({ example: 'cost of detours, less' })
  metric: string;
  @Text({
    maximum: 40,
    example: 'money',
    description:
      'Kept as `money` where it is that, in any capitals, or the code of the portfolio’s currency; else a unit of its own.',
  })
  unit: string;
  @PersonField({
    required: false,
    example: 'p-maya',
    description: 'Who answers for it, also after completion: a benefit without one is refused.',
  })
  owner?: string;
  @ListField(() => PlannedIncrementRequest, {
    maximum: 120,
    description: 'Increments: they add up. One a day, none before the work starts.',
  })
  planned: PlannedIncrementRequest[];
}

export class RiskRequest {
  @Text({ maximum: 40, example: 'bearings', description: 'Tells it apart within this case.' })
  id: string;
  @Text({ maximum: 2_000, multiline: true, example: 'The bearings come late.' })
  description: string;
  @CountField(5, { example: 3, description: '1 is least likely.' })
  probability: number;
  @CountField(5, { example: 4, description: '1 is least grave.' })
  impact: number;
  @Text({ required: false, maximum: 2_000, multiline: true, example: 'Order them a year ahead.' })
  response?: string;
  @PersonField({ required: false, example: 'p-priya' })
  owner?: string;
}

/** A business case as it is proposed or revised, whole each time; amounts in the portfolio's currency. */
export class BusinessCaseRequest {
  @Text({ example: 'North bridge renewal' })
  name: string;

  @Text({
    maximum: 20_000,
    multiline: true,
    example: 'Replace the bearings and the deck before the load limit falls.',
  })
  summary: string;

  @Text({
    required: false,
    maximum: 20_000,
    multiline: true,
    example: 'Bearings and deck of the north bridge; not its approaches.',
    description: 'What is done and what is not: as authorised it becomes part of the baseline.',
  })
  scope?: string;

  @Text({
    required: false,
    maximum: 20_000,
    multiline: true,
    example: 'A new bridge: rejected, it costs four times as much.',
    description: 'What else was considered, and why it lost.',
  })
  options?: string;

  @PersonField({ example: 'p-maya' })
  sponsor: string;

  @PersonField({ example: 'p-priya' })
  manager: string;

  @DecimalField({ example: '12500000', description: 'Whole-life cost.' })
  wholeLifeCost: string;

  @DecimalField({
    required: false,
    example: '18000000',
    description: 'In money; the benefits in money add up to it, where there are any.',
  })
  expectedBenefits?: string;

  @DayField({ example: '2027-04-01' })
  start: string;

  @DayField({ example: '2029-03-31' })
  finish: string;

  @Text({ required: false, example: 'Highways' })
  department?: string;

  @Text({ required: false, example: 'Infrastructure' })
  category?: string;

  @Text({ required: false, example: 'Bridgeworks Ltd' })
  vendor?: string;

  @LabelsField(50, { example: ['bridge', 'safety'] })
  tags?: string[];

  @ListField(() => BudgetYearRequest, {
    required: false,
    maximum: 60,
    description: 'Years inside the dates, once each; they add up to the whole-life cost.',
  })
  budgetByYear?: BudgetYearRequest[];

  @ListField(() => DemandLineRequest, {
    required: false,
    maximum: 2_000,
    description: 'Months inside the dates; one line for a skill and month, each skill spelled in one way.',
  })
  demand?: DemandLineRequest[];

  @ListField(() => PlannedBenefitRequest, { required: false, maximum: 60 })
  benefits?: PlannedBenefitRequest[];

  @ListField(() => RiskRequest, { required: false, maximum: 100 })
  risks?: RiskRequest[];
}
