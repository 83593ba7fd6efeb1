import type { ExplainedCriterion, ExplainedRated, ExplainedRating, RatingLeftOut } from '@docket/assessment';
import { dayOf, rounded } from '@docket/kernel';
import { eventLink } from './event-link';
import { html, type Html } from './html';
import type { Kept } from './kept';
import { person } from './people';

type Shown = Readonly<{ timeZone: string; kept: Kept }>;

/** What all who count give together: the rating itself where there is one, else the mean with how far they lie apart. */
const together = (
  { value, missing }: Pick<ExplainedCriterion, 'value' | 'missing'>,
  { assessors, lowest, highest, spread }: ExplainedRated,
): Html => {
  if (value === null) return html`<em>missing</em>: ${missing ?? ''}`;
  if (assessors === 1) return html`${rounded(value, 2)}, rated by one assessor`;
  return html`${rounded(value, 2)}, mean of ${assessors} assessors, ${lowest ?? '–'} to ${highest ?? '–'}, spread ${rounded(spread, 1)}`;
};

const rating = ({ assessor, points, meaning, reason, origin }: ExplainedRating, shown: Shown): Html =>
  html`${person(assessor)}: ${points} (${meaning}) “${reason}”${origin ? html`, ${eventLink(origin.number, shown.kept)} of ${dayOf(origin.date, shown.timeZone)}` : ''}`;

const leftOut = (one: RatingLeftOut, shown: Shown): Html =>
  html`<li>
    ${rating(one, shown)}. Not counted: now its ${one.because}${one.since ? html`, since ${eventLink(one.since.number, shown.kept)}` : ''}
  </li> `;

/** What assessors gave on a criterion: all together, then each with the reason and the event, and those that do not count. */
export const ratedView = (
  criterion: Pick<ExplainedCriterion, 'value' | 'missing'>,
  rated: ExplainedRated,
  shown: Shown,
): Html =>
  html`${together(criterion, rated)}
    <ul class="missing">
      ${rated.ratings.map((one) => html`<li>${rating(one, shown)}</li> `)}${rated.notCounted.map((one) => leftOut(one, shown))}
    </ul>`;
