import { Decimal } from '@docket/kernel';
import type { Baseline } from '../project/business-case';
import type { ReportContent } from '../project/status-report';
import { exactly, figure, notAvailable, RATIO, ratio, type Figure, type Finding, type Outcome } from './kpi';

/** What a report counts of the thing made and of those it is made for. Source: docs/glossary.md, Quality of a project. */
export type Quality = Readonly<{
  /** Confirmed defects / size, in the unit of size reported. */
  defectDensity: Figure;
  /** Ratings of 4 and 5 / responses. */
  customerSatisfaction: Figure;
  /** Mean of the ratings, 1 to 5. */
  satisfactionMean: Figure;
  /** Responses / those who were asked. */
  responseRate: Figure;
  /** Requirements met / requirements assessed. */
  specificationConformance: Figure;
}>;

const share = (part: number, whole: number, whenZero: Parameters<typeof ratio>[2]): Outcome =>
  ratio(Decimal.of(part), Decimal.of(whole), whenZero);

const density = ({ defects }: ReportContent): Outcome => {
  if (!defects) return 'defects-missing';
  if (defects.size === undefined) return 'size-missing';
  return ratio(Decimal.of(defects.confirmed), Decimal.of(defects.size), 'size-zero');
};

const satisfied = ({ satisfaction }: ReportContent): Outcome =>
  satisfaction
    ? share(satisfaction.favourable, satisfaction.responses, 'no-responses')
    : 'satisfaction-missing';

const mean = ({ satisfaction }: ReportContent): Outcome => {
  if (!satisfaction) return 'satisfaction-missing';
  if (satisfaction.responses === 0) return 'no-responses';
  return satisfaction.mean === undefined ? 'mean-missing' : exactly(Decimal.of(satisfaction.mean));
};

const answered = ({ satisfaction }: ReportContent): Outcome => {
  if (!satisfaction) return 'satisfaction-missing';
  const { asked, responses } = satisfaction;
  return asked === undefined ? 'asked-missing' : share(responses, asked, 'asked-zero');
};

const conforming = ({ requirements }: ReportContent): Outcome =>
  requirements ? share(requirements.met, requirements.assessed, 'none-assessed') : 'requirements-missing';

export const qualityOf = (report: ReportContent): Quality => ({
  defectDensity: figure(density(report), `defects per ${report.defects?.sizeUnit ?? 'unit of size'}`),
  customerSatisfaction: figure(satisfied(report), RATIO),
  satisfactionMean: figure(mean(report), 'rating from 1 to 5'),
  responseRate: figure(answered(report), RATIO),
  specificationConformance: figure(conforming(report), RATIO),
});

/** How finished work compares with what was authorised. */
export type Delivery = Readonly<{
  /** Finished on or before the finish of the baseline. */
  onTime: Finding;
  /** Cost at completion within the budget of the baseline. */
  onBudget: Finding;
}>;

type Finished = Readonly<{ completed: boolean; report: ReportContent; baseline: Baseline | undefined }>;

const onTime = ({ completed, report, baseline }: Finished): Finding => {
  const { finish } = report.figures;
  if (!completed) return notAvailable('not-finished');
  if (!baseline) return notAvailable('baseline-missing');
  return finish === undefined ? notAvailable('finish-missing') : { value: finish <= baseline.finish };
};

const onBudget = ({ completed, report, baseline }: Finished): Finding => {
  const { actualCost } = report.figures;
  if (!completed) return notAvailable('not-finished');
  if (!baseline) return notAvailable('baseline-missing');
  if (actualCost === undefined) return notAvailable('actual-cost-missing');
  return { value: Decimal.of(actualCost).compare(Decimal.of(baseline.wholeLifeCost)) <= 0 };
};

/** Finish and cost at completion are those last reported; whether it is completed, a decision says. */
export const deliveryOf = (finished: Finished): Delivery => ({
  onTime: onTime(finished),
  onBudget: onBudget(finished),
});
