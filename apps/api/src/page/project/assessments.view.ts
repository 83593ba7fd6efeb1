import type { ProjectAssessments } from '@docket/assessment';
import { dayOf, rounded } from '@docket/kernel';
import { agreementInWords } from '../agreement-words';
import { html, type Html } from '../html';
import { linkTo, type Kept } from '../kept';
import { person } from '../people';
import { days, figures, table, words, type Section } from '../table.view';

const together = ({ criteria }: ProjectAssessments): Html =>
  table(
    [words('Criterion'), figures('Mean'), figures('Of at most'), figures('Spread'), figures('Assessors')],
    criteria.map(({ name, mean, maximum, spread, assessors }) => [
      name,
      rounded(mean, 2),
      maximum,
      spread === null ? '–' : rounded(spread, 2),
      assessors,
    ]),
  );

const each = ({ assessments, criteria }: ProjectAssessments, timeZone: string): Html => {
  const nameOf = new Map(criteria.map(({ criterion, name }) => [criterion, name]));
  const rows = assessments.flatMap(({ assessor, changedAt, ratings, notCounted }) =>
    ratings.map(({ criterion, points, reason }) => [
      `${person(assessor)}${notCounted === null ? '' : `, not counted: now its ${notCounted}`}`,
      dayOf(changedAt, timeZone),
      nameOf.get(criterion) ?? criterion,
      points,
      reason,
    ]),
  );
  const columns = [words('Assessor'), days('Given'), words('Criterion'), figures('Points'), words('Why')];
  return rows.length === 0 ? html`` : table(columns, rows);
};

const takenBack = ({ withdrawn }: ProjectAssessments, timeZone: string): Html =>
  html`${withdrawn.map(
    ({ assessor, withdrawnBy, withdrawnAt, reason }) =>
      html`<p>
        The assessment of ${person(assessor)} was withdrawn by ${person(withdrawnBy)} on ${dayOf(withdrawnAt, timeZone)}: ${reason}
      </p>`,
  )}`;

type Shown = Readonly<{ kept: Kept; timeZone: string }>;

const byModel = (one: ProjectAssessments, { kept, timeZone }: Shown): Html =>
  html`<h3>By <a href="${linkTo('/models', kept)}#${one.model.id}">${one.model.name}</a></h3>
    ${together(one)}
    <p>Agreement (Kendall's W): ${agreementInWords(one.agreement, 'criteria')}</p>
    ${each(one, timeZone)}${takenBack(one, timeZone)}`;

/** What assessors gave by each model: mean, spread and number of assessors, then who gave what and why. */
export const assessmentsSection = (all: readonly ProjectAssessments[], shown: Shown): readonly Section[] => {
  const given = all.filter(({ assessments, withdrawn }) => assessments.length + withdrawn.length > 0);
  if (given.length === 0) return [];
  return [
    { id: 'assessments', title: 'Assessments', body: html`${given.map((one) => byModel(one, shown))}` },
  ];
};
