import type { AssessmentHistory, AssessmentTold, AssessmentVersion, RatingRevised } from '@docket/assessment';
import { dayOf } from '@docket/kernel';
import { eventLink } from '../event-link';
import { html, type Html } from '../html';
import type { Kept } from '../kept';
import { person } from '../people';
import type { Section } from '../table.view';

type Shown = Readonly<{ kept: Kept; timeZone: string }>;

const revised = ({ name, from, to, reason, number }: RatingRevised, { kept }: Shown): Html =>
  html`<li>
    ${name}: ${to === null ? `no longer rated ${from ?? ''}` : `${to}${from === null ? '' : ` instead of ${from}`}`}${reason === null ? '' : `, “${reason}”`} (${eventLink(number, kept)})
  </li> `;

const comment = ({ comment: said }: AssessmentVersion): Html | string => {
  if (said === null) return '';
  return html`<li>Of the whole: ${said.to === null ? 'nothing any more' : `“${said.to}”`}</li> `;
};

const version = (one: AssessmentVersion, shown: Shown): Html =>
  html`<li>
    ${one.kind} by ${person(one.by)} on ${dayOf(one.at, shown.timeZone)}${one.reason === null ? '' : `: “${one.reason}”`}
    <ul class="missing">
      ${one.ratings.map((rating) => revised(rating, shown))}${comment(one)}
    </ul>
  </li> `;

const told = ({ assessor, model, notCounted, versions }: AssessmentTold, shown: Shown): Html =>
  html`<details>
    <summary>
      ${person(assessor)} by ${model.name}: ${versions.map(({ kind }) => kind).join(', ')}${notCounted === null ? '' : `; not counted: now its ${notCounted}`}
    </summary>
    <ul>
      ${versions.map((one) => version(one, shown))}
    </ul>
  </details> `;

/** What became of every assessment: given, revised, withdrawn, each with its events; none where nobody assessed. */
export const assessmentHistorySection = (
  { assessments }: AssessmentHistory,
  shown: Shown,
): readonly Section[] =>
  assessments.length === 0
    ? []
    : [
        {
          id: 'assessed',
          title: 'What became of the assessments',
          body: html`${assessments.map((one) => told(one, shown))}`,
        },
      ];
