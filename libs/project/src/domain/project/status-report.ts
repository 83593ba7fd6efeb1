import type { Day, DecimalText } from '@docket/kernel';

/**
 * Figures in the portfolio's currency. Planned value, earned value and actual cost are cumulative to the status date, cost and
 * benefits whole-life; `budget` and `forecast` are those of the reporting period, `forecastCost` and `forecastFinish` what is
 * expected of the whole. `start` and `finish` are the project's dates as they stand.
 */
export type ReportedFigures = Readonly<{
  plannedValue?: DecimalText;
  earnedValue?: DecimalText;
  actualCost?: DecimalText;
  forecastCost?: DecimalText;
  forecastFinish?: Day;
  budget?: DecimalText;
  forecast?: DecimalText;
  wholeLifeCost?: DecimalText;
  benefits?: DecimalText;
  start?: Day;
  finish?: Day;
}>;

/**
 * A rating as a list published it with a report; the scale version is stored with each. Reports were taken in once that named a
 * reviewer, too: such a rating is shown, and counts nowhere.
 */
export type DeliveryConfidence = Readonly<{ scale: string; rating: string; reviewer?: string }>;

/** The manager's own judgement, best first. */
export const OWN_STATUSES = ['green', 'amber', 'red'] as const;
export type OwnStatus = (typeof OWN_STATUSES)[number];

/** Defects confirmed so far, and how large the thing is that they are in (function points, thousand lines, kilometres). */
export type Defects = Readonly<{ confirmed: number; size?: DecimalText; sizeUnit?: string }>;

/** Ratings from 1 to 5: how many were asked and answered, how many gave 4 or 5, and their mean. */
export type Satisfaction = Readonly<{
  asked?: number;
  responses: number;
  favourable: number;
  mean?: DecimalText;
}>;

/** Requirements of the baseline that were assessed so far, and those of them that are met. */
export type Requirements = Readonly<{ assessed: number; met: number }>;

/** What is counted in a report beside its figures; hours of people are cumulative. */
export type ReportedMeasures = Readonly<{
  ownStatus?: OwnStatus;
  defects?: Defects;
  satisfaction?: Satisfaction;
  requirements?: Requirements;
  personTimeHours?: DecimalText;
}>;

/** What a report says; a field that is absent was not reported. `narrative` is free text. */
export type ReportContent = ReportedMeasures &
  Readonly<{ figures: ReportedFigures; confidence?: DeliveryConfidence; narrative?: string }>;
