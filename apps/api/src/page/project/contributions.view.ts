import type { AlignmentFigure, ComponentContributions, ContributionView } from '@docket/assessment';
import { rounded } from '@docket/kernel';
import { html, type Html } from '../html';
import { linkTo, type Kept } from '../kept';
import { person } from '../people';
import { table, words, type Section } from '../table.view';

const WHY_NONE: Readonly<Record<NonNullable<AlignmentFigure['reason']>, string>> = {
  'no-objectives': 'the portfolio has no active objective',
  'nothing-weighed': 'no objective is weighed',
  'nothing-confirmed': 'no contribution to a weighed objective is confirmed',
};

/** The alignment of one project, or why it has none; the coverage says on how much of the strategy it rests. */
const alignmentInWords = ({ value, reason, coverage: { used, eligible } }: AlignmentFigure): string => {
  if (value === null) return `not available: ${WHY_NONE[reason ?? 'nothing-confirmed']}`;
  return `${rounded(value, 1)} of 100, confirmed for ${used} of ${eligible} weighed objectives`;
};

type Shown = Readonly<{ kept: Kept; objectives: ReadonlyMap<string, string> }>;

const objective = (id: string, { kept, objectives }: Shown): Html =>
  html`<a href="${linkTo('/portfolio', kept)}#objectives">${objectives.get(id) ?? id}</a>`;

const levelInWords = ({ level, name }: ContributionView['level']): string => `${level} (${name})`;

/** What was claimed beside what was confirmed, where they differ; a claim made anew waits beside the level that counts. */
const standing = ({ status, level, claimed, confirmation }: ContributionView): string => {
  if (!confirmation) return status;
  const confirmed = `confirmed ${levelInWords(level)}`;
  if (status === 'claimed') return `${confirmed}; a claim of ${levelInWords(claimed)} waits`;
  return claimed.level === level.level ? status : `claimed ${levelInWords(claimed)}, ${confirmed}`;
};

/** What a project contributes to which objective, and how it is aligned; none where nothing was claimed. */
export const contributionsSection = (
  { alignment, contributions }: ComponentContributions,
  shown: Shown,
): readonly Section[] => {
  if (contributions.length === 0) return [];
  const rows = contributions.map((one) => {
    const { objectiveId, level, claim, confirmation } = one;
    return [
      objective(objectiveId, shown),
      html`<strong>${level.name}</strong> (${level.level})<br /><small>${level.meaning}</small>`,
      standing(one),
      html`${person(claim.by)}: ${claim.reason}`,
      confirmation ? html`${person(confirmation.by)}: ${confirmation.reason}` : '–',
    ];
  });
  const columns = [words('Objective'), words('Level'), words('Status'), words('Claimed'), words('Confirmed')];
  const body = html`<p>Alignment: <strong>${alignmentInWords(alignment)}</strong></p>
    ${table(columns, rows)}`;
  return [{ id: 'contributions', title: 'Contributions to objectives', body }];
};
