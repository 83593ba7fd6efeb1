import type { ObjectiveCoverageView } from '@docket/assessment';
import type { DatedValue, GoalProgressView, ObjectiveView } from '@docket/portfolio';
import { amountInWords, dayOf, percent } from '@docket/kernel';
import { shareOr } from '../amounts';
import { html, type Html } from '../html';
import { days, figures, table, words, type Section } from '../table.view';

const NO_PROGRESS: Readonly<Record<NonNullable<ObjectiveView['progress']['reason']>, string>> = {
  'no-actual': 'nothing has been reported of it',
  'target-equals-baseline': 'its target is its baseline',
};

const NO_GOAL_PROGRESS: Readonly<Record<NonNullable<GoalProgressView['progress']['reason']>, string>> = {
  'no-objectives': 'there is no active objective',
  'nothing-weighed': 'no objective is weighed',
  'no-progress': 'no weighed objective has a progress',
};

const dated = (one: DatedValue | null, unit: string): Html | string =>
  one === null ? '–' : html`${amountInWords('', one.value).trim()} ${unit}<br /><small>${one.day}</small>`;

const revised = ({ lastRevision }: ObjectiveView, timeZone: string): Html | '' =>
  lastRevision === null
    ? ''
    : html`<br /><small
          >revised by ${lastRevision.by} on ${dayOf(lastRevision.at, timeZone)}${lastRevision.reason === null ? '' : `: ${lastRevision.reason}`}</small
        >`;

const name = (one: ObjectiveView, timeZone: string): Html =>
  html`<strong>${one.name}</strong>${one.status === 'retired' ? html` <small>(retired)</small>` : ''}<br /><small
      >${one.description}</small
    >${revised(one, timeZone)}`;

const row = (one: ObjectiveView, timeZone: string) => [
  name(one, timeZone),
  one.weight === null ? 'unweighed' : percent(one.weight, 1),
  `${one.measure.name} (${one.measure.direction})`,
  dated(one.baseline, one.measure.unit),
  dated(one.target, one.measure.unit),
  dated(one.actual, one.measure.unit),
  shareOr(one.progress.value, NO_PROGRESS[one.progress.reason ?? 'no-actual']),
];

const COLUMNS = [
  words('Objective'),
  figures('Weight'),
  words('Measure'),
  days('Baseline'),
  days('Target'),
  days('Latest actual'),
  words('Progress'),
];

const goalInWords = ({ progress, coverage: { used, eligible } }: GoalProgressView): Html =>
  html`<p>
    Goal progress: <strong>${shareOr(progress.value, NO_GOAL_PROGRESS[progress.reason ?? 'no-progress'])}</strong>,
    resting on ${used} of ${eligible} active objectives.
  </p>`;

/** Strategic objectives with weight, measure and progress, and how far the portfolio has come towards all of them. */
export const objectivesSection = (
  objectives: readonly ObjectiveView[],
  goal: GoalProgressView,
  timeZone: string,
): Section => ({
  id: 'objectives',
  title: 'Strategic objectives',
  body:
    objectives.length === 0
      ? html`<p>No objective has been stated.</p>`
      : html`${goalInWords(goal)}${table(
          COLUMNS,
          objectives.map((one) => row(one, timeZone)),
        )}`,
});

/** Of the active objectives those that authorised work serves, and those that none does. */
export const coverageSection = ({ covered, coverage, uncovered }: ObjectiveCoverageView): Section => ({
  id: 'coverage',
  title: 'Objective coverage',
  body: html`<p>
    <strong>${shareOr(covered.value, 'there is no active objective')}</strong>: authorised work is confirmed to serve
    ${coverage.used} of ${coverage.eligible} active objectives.
    ${uncovered.length > 0 ? `No authorised work serves: ${uncovered.map((one) => one.name).join(', ')}.` : ''}
  </p>`,
});
