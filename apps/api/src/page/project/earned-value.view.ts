import type {
  AgainstBaseline,
  EarnedValueAnswer,
  Figure,
  Finding,
  Forecast,
  Performance,
  Quality,
} from '@docket/project';
import { percent, rounded } from '@docket/kernel';
import { money } from '../amounts';
import { html, type Html } from '../html';
import { figures, table, words, type Section } from '../table.view';

type Told = Readonly<{ label: string; figure: Figure | Finding; form: 'index' | 'share' | 'plain' }>;

const PERFORMANCE: Readonly<Record<keyof Performance, readonly [string, Told['form']]>> = {
  schedulePerformanceIndex: ['Schedule performance index (SPI)', 'index'],
  costPerformanceIndex: ['Cost performance index (CPI)', 'index'],
  scheduleVariance: ['Schedule variance (SV)', 'plain'],
  scheduleVarianceRatio: ['Schedule variance, of planned value', 'share'],
  costVariance: ['Cost variance (CV)', 'plain'],
  costVarianceRatio: ['Cost variance, of earned value', 'share'],
};

const QUALITY: Readonly<Record<keyof Quality, readonly [string, Told['form']]>> = {
  defectDensity: ['Defect density', 'plain'],
  customerSatisfaction: ['Customer satisfaction', 'share'],
  satisfactionMean: ['Mean of the ratings', 'plain'],
  responseRate: ['Response rate', 'share'],
  specificationConformance: ['Conformance to specification', 'share'],
};

const FORECAST: Readonly<Record<keyof Forecast, readonly [string, Told['form']]>> = {
  estimateAtCompletion: ['estimate at completion (EAC)', 'plain'],
  estimateToComplete: ['estimate to complete (ETC)', 'plain'],
  varianceAtCompletion: ['variance at completion (VAC)', 'plain'],
  toCompletePerformanceIndex: ['to-complete index to that (TCPI)', 'index'],
};

const WAYS = {
  typical: 'Forecast if it goes on so',
  atypical: 'Forecast if it was missed once',
  costAndSchedule: 'Forecast by cost and delay',
} as const;

const named = <Name extends string>(
  names: Readonly<Record<Name, readonly [string, Told['form']]>>,
  of: Readonly<Record<Name, Figure>>,
  before = '',
): readonly Told[] =>
  (Object.keys(names) as Name[]).map((name) => {
    const [label, form] = names[name];
    return { label: `${before}${label}`, figure: of[name], form };
  });

const againstOne = (against: AgainstBaseline): readonly Told[] => [
  { label: 'Budget at completion (BAC)', figure: against.budgetAtCompletion, form: 'plain' },
  {
    label: 'To-complete index to the budget (TCPI)',
    figure: against.toCompletePerformanceIndex,
    form: 'index',
  },
  ...(Object.keys(WAYS) as (keyof typeof WAYS)[]).flatMap((way) =>
    named(FORECAST, against[way], `${WAYS[way]}: `),
  ),
  { label: 'On time', figure: against.onTime, form: 'plain' },
  { label: 'On budget', figure: against.onBudget, form: 'plain' },
];

const CURRENCY = /^[A-Z]{3}$/;

const valueOf = ({ figure, form }: Told): string => {
  if (figure.value === null) return 'not available';
  if (typeof figure.value === 'boolean') return figure.value ? 'yes' : 'no';
  if (form === 'share') return percent(figure.value, 1);
  if (form === 'index') return rounded(figure.value, 3);
  const unit = 'unit' in figure ? figure.unit : '';
  return CURRENCY.test(unit) ? money(unit, figure.value) : `${rounded(figure.value, 2)} ${unit}`;
};

const isKnown = ({ figure }: Told): boolean => figure.value !== null;

/** What figures are called where they are missing: those of one forecast by its name. */
const calledMissing = (told: readonly Told[]): string =>
  [...new Set(told.map(({ label }) => label.replace(/:.*$/, '')))].join(', ');

/** What cannot be told, once for each reason. */
const missing = (all: readonly Told[]): Html | string => {
  const lacking = all.filter((told) => !isKnown(told));
  if (lacking.length === 0) return '';
  const reasons = Map.groupBy(lacking, ({ figure }) => ('reason' in figure ? figure.reason : ''));
  return html`<ul class="missing">
    ${[...reasons].map(
      ([reason, told]) => html`<li><strong>not available</strong>: ${calledMissing(told)}. ${reason}</li> `,
    )}
  </ul>`;
};

const listed = (all: readonly Told[]): Html =>
  html`${
    all.some(isKnown)
      ? table(
          [words('Figure'), figures('Value')],
          all.filter(isKnown).map((told) => [told.label, valueOf(told)]),
        )
      : ''
  }${missing(all)}`;

const bothBaselines = ({ against }: EarnedValueAnswer): Html => {
  const [original, current] = [againstOne(against.original), againstOne(against.current)];
  const rows = original.flatMap((first, at) => {
    const now = current[at];
    return now && (isKnown(first) || isKnown(now)) ? [[first.label, valueOf(first), valueOf(now)]] : [];
  });
  const columns = [words('Against the baseline'), figures('Original'), figures('Current')];
  return html`${rows.length > 0 ? table(columns, rows) : ''}${missing(current)}`;
};

/**
 * What follows from the reports as they stand: each figure, or why it is not available. None where nothing was reported and no baseline
 * says what it may cost.
 */
export const earnedValueSection = (earned: EarnedValueAnswer): readonly Section[] => {
  if (earned.reportedFor === null && earned.against.current.budgetAtCompletion.value === null) return [];
  const { valuesReportedFor, reportedFor } = earned;
  const older =
    valuesReportedFor === null || reportedFor === null || valuesReportedFor === reportedFor
      ? ''
      : html`<p class="note">
          Planned value, earned value and actual cost are those reported for ${valuesReportedFor}; the report for
          ${reportedFor} gives none of them.
        </p>`;
  const body = html`${older}${listed([...named(PERFORMANCE, earned.performance), ...named(QUALITY, earned.quality)])}${bothBaselines(earned)}
    <p><small>Definitions: ${earned.definition}</small></p>`;
  return [{ id: 'earned-value', title: 'Earned value', body }];
};
