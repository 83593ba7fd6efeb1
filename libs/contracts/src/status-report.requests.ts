import { checked } from './checked';
import {
  CountField,
  DayField,
  DecimalField,
  MayBeLeftOut,
  ObjectField,
  PersonField,
  Text,
  WordField,
} from './validators';

const MANY = 1_000_000_000;

/**
 * Cumulative to the status date, but `budget` and `forecast`, which are those of the reporting period. What is left out stands as it was last
 * said; but of planned value, earned value and actual cost all that stands is what the latest report with any of them gives.
 */
export class FiguresRequest {
  @DecimalField({ required: false, example: '3000' })
  plannedValue?: string;
  @DecimalField({ required: false, example: '2500' })
  earnedValue?: string;
  @DecimalField({ required: false, example: '2800' })
  actualCost?: string;
  @DecimalField({ required: false, example: '12900000', description: 'What the whole will cost.' })
  forecastCost?: string;
  @DayField({ required: false, example: '2029-06-30', description: 'When the whole will be finished.' })
  forecastFinish?: string;
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

export class DefectsRequest {
  @CountField(MANY, { minimum: 0, example: 12, description: 'Confirmed so far.' })
  confirmed: number;
  @DecimalField({ required: false, example: '4.5', description: 'How large the thing is that they are in.' })
  size?: string;
  @Text({ required: false, maximum: 60, example: 'kilometre' })
  sizeUnit?: string;
}

export class SatisfactionRequest {
  @CountField(MANY, { required: false, minimum: 0, example: 40 })
  asked?: number;
  @CountField(MANY, { minimum: 0, example: 25 })
  responses: number;
  @CountField(MANY, { minimum: 0, example: 15, description: 'Ratings of 4 or 5, of 1 to 5.' })
  favourable: number;
  @DecimalField({ required: false, example: '3.52', description: 'Of the ratings, 1 to 5.' })
  mean?: string;
}

export class RequirementsRequest {
  @CountField(MANY, { minimum: 0, example: 120 })
  assessed: number;
  @CountField(MANY, { minimum: 0, example: 96 })
  met: number;
}

/** A reviewer's judgement: who asks is the reviewer. */
export class ConfidenceRequest {
  @DayField({ example: '2027-06-30', description: 'The day it is judged for.' })
  judgedFor: string;
  @Text({ maximum: 40, example: 'ipa-3', description: 'Version of the scale: ipa-5 or ipa-3.' })
  scale: string;
  @Text({ maximum: 40, example: 'amber', description: 'A level of that scale.' })
  rating: string;
  @Text({ maximum: 5_000, multiline: true, example: 'The bearings are late, and the winter is near.' })
  reason: string;
}

export class ConfidenceWithdrawalRequest {
  @DayField({ example: '2027-06-30' })
  judgedFor: string;
  @PersonField({ required: false, example: 'p-dina', description: 'Whose it is; left out: your own.' })
  reviewer?: string;
  @Text({ maximum: 5_000, multiline: true, example: 'It was of another bridge.' })
  reason: string;
}

/** What a report says beside the day it is for. */
class ReportContentRequest {
  @ObjectField(() => FiguresRequest, { description: 'Those that are known; {} where there are none.' })
  figures: FiguresRequest;

  @WordField(['green', 'amber', 'red'], { required: false, description: "The manager's own judgement." })
  ownStatus?: 'green' | 'amber' | 'red';

  @ObjectField(() => DefectsRequest, { required: false })
  defects?: DefectsRequest;

  @ObjectField(() => SatisfactionRequest, { required: false })
  satisfaction?: SatisfactionRequest;

  @ObjectField(() => RequirementsRequest, { required: false })
  requirements?: RequirementsRequest;

  @DecimalField({ required: false, example: '910400.25', description: 'Hours of people so far.' })
  personTimeHours?: string;

  /** No field of a report: whoever sends it is told where it is said. */
  @MayBeLeftOut()
  @checked(
    'elsewhere',
    'is not reported but judged, by somebody without a part in the project: POST /api/v1/projects/{projectId}/confidence. The manager’s own judgement goes into ownStatus',
    () => false,
  )
  confidence?: never;

  @Text({
    required: false,
    maximum: 50_000,
    multiline: true,
    example: 'Bearings arrived late; the deck is on plan.',
  })
  narrative?: string;
}

export class StatusReportRequest extends ReportContentRequest {
  @DayField({ example: '2027-06-30', description: 'The status date.' })
  reportedFor: string;
}

/** The report of a day anew, whole. */
export class ReportCorrectionRequest extends ReportContentRequest {
  @Text({ maximum: 5_000, multiline: true, example: 'The deck had been counted twice.' })
  reason: string;
}
