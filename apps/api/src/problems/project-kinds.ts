import type {
  CaseRefusal,
  ConfidenceRefusal,
  DependencyRefusal,
  ProjectRefusal,
  ReportRefusal,
} from '@docket/project';
import { kinds, type Kind } from './kinds';

type Code =
  | Exclude<CaseRefusal | ReportRefusal | ConfidenceRefusal | DependencyRefusal, SaidElsewhere>
  | 'case-not-open';

/** Codes of these contexts that others had before. */
type SaidElsewhere =
  | Exclude<ProjectRefusal, CaseRefusal | ReportRefusal | ConfidenceRefusal>
  | 'another-portfolio'
  | 'confidence-off-scale'
  | 'report-before-project'
  | 'report-already-given'
  | 'report-out-of-order'
  | 'report-from-the-future';

/** What can be wrong with a business case, a report, a judgement of delivery, a dependency. */
export const projectKinds: Readonly<Record<Code, Kind>> = {
  ...kinds(403, {
    'reviewer-has-a-part': 'Reviewer has a part in it',
  }),
  ...kinds(404, {
    'report-unknown': 'No such report',
    'dependency-unknown': 'No such dependency',
    'judgement-unknown': 'No such judgement',
  }),
  ...kinds(409, {
    'case-not-open': 'Business case not open',
    'dependency-already-declared': 'Already declared',
    'dependency-on-ended': 'Depends on ended work',
    'dependency-contradicts': 'Dependencies contradict',
    'circle-of-dependencies': 'Circle of dependencies',
    'judgement-withdrawn': 'Judgement withdrawn',
  }),
  ...kinds(422, {
    'budget-year-outside-dates': 'Budget outside the dates',
    'budget-year-twice': 'Year budgeted twice',
    'budget-does-not-sum': 'Budget does not sum',
    'month-malformed': 'Not a month',
    'demand-outside-dates': 'Demand outside the dates',
    'demand-twice': 'Demand twice',
    'demand-without-hours': 'Demand without hours',
    'benefit-without-owner': 'Benefit without owner',
    'benefit-twice': 'Benefit twice',
    'benefit-before-start': 'Benefit before the start',
    'spelled-two-ways': 'Spelled in two ways',
    'increment-twice': 'Increment twice',
    'benefits-do-not-sum': 'Benefits do not sum',
    'risk-twice': 'Risk twice',
    'risk-off-scale': 'Risk off its scale',
    'confidence-not-reported': 'Judged, not reported',
    'judgement-before-project': 'Judgement before its project',
    'judgement-from-the-future': 'Judgement from the future',
    'count-malformed': 'Not a count',
    'met-above-assessed': 'More met than assessed',
    'favourable-above-responses': 'More favourable than responses',
    'responses-above-asked': 'More responses than asked',
    'mean-off-scale': 'Mean off its scale',
    'size-without-unit': 'Size without unit',
    'dependency-on-itself': 'Depends on itself',
    'earned-value-above-budget': 'Earned value above budget',
    'value-before-baseline': 'Planned or earned value before a baseline',
  }),
};
