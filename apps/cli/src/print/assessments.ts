import { dayOf, rounded } from '@docket/kernel';
import { quoted } from './ranking';
import { item, noted, part, reasonInWords, sheet, type AsOf } from './sheet';

type Given = Readonly<{
  project: Readonly<{ name: string }>;
  assessor: string;
  changedAt: string;
  missing: readonly string[];
  notCounted: string | null;
}>;

type Agreement = Readonly<{
  name: string;
  value: string | null;
  notAvailable: string | null;
  assessors: number;
  items: number;
}>;

/** The assessments of a portfolio by one model, as far as a terminal shows them. */
export type AssessmentsAnswer = Readonly<{
  asOf: AsOf;
  portfolio: Readonly<{ name: string }>;
  model: Readonly<{ name: string }>;
  notices: readonly Readonly<{ text: string }>[];
  assessments: readonly Given[];
  agreement: readonly Agreement[];
  rated: readonly Readonly<{ name: string }>[];
}>;

/** What there is to say where nobody has assessed anything by a model. */
const none = ({ model, agreement, rated }: AssessmentsAnswer): string => {
  if (agreement.length > 0) return `Nobody has assessed anything by ${model.name}.`;
  const others = rated.map(({ name }) => quoted(name)).join(', ');
  return `${model.name} measures everything: there is nothing to rate by it. ${rated.length === 0 ? 'No published model of the portfolio is rated by assessors.' : `Rated by assessors: ${others} (--model NAME).`}`;
};

type Named = (text: string) => string;

const given = (
  { project, assessor, changedAt, missing, notCounted }: Given,
  timeZone: string,
  named: Named,
): readonly string[] =>
  item(
    `${project.name}, by ${named(assessor)} on ${dayOf(changedAt, timeZone)}${notCounted === null ? '' : `; not counted: now its ${notCounted}`}${missing.length > 0 ? `; not rated: ${missing.join(', ')}` : ''}`,
  );

const agreed = ({ name, value, notAvailable, assessors, items }: Agreement): readonly string[] =>
  item(
    `${name}: ${value === null ? `not available (${reasonInWords(notAvailable)})` : rounded(value, 3)}, ${assessors} assessors, ${items} projects`,
  );

/** Who has assessed what, and for each criterion how far assessors put projects in the same order. */
export const assessmentsPage = (answer: AssessmentsAnswer, timeZone: string, named: Named): string => {
  const { asOf, portfolio, model, notices, assessments, agreement } = answer;
  const lines = [
    ...noted(notices),
    ...part(
      'Assessments',
      assessments.length === 0
        ? item(none(answer))
        : assessments.flatMap((one) => given(one, timeZone, named)),
    ),
    ...part("Agreement (Kendall's W, 1 is the same order)", agreement.flatMap(agreed)),
  ];
  return sheet(`${portfolio.name}, assessed by ${model.name}`, asOf, { timeZone, lines: lines.slice(0, -1) });
};
