import { dayOf } from '@docket/kernel';
import { item, part, sheet, type AsOf } from './sheet';

type Rating = Readonly<{
  name: string;
  from: string | null;
  to: string | null;
  reason: string | null;
  number: number;
}>;

type Version = Readonly<{
  kind: string;
  at: string;
  by: string;
  ratings: readonly Rating[];
  comment: Readonly<{ to: string | null }> | null;
  reason: string | null;
}>;

/** What became of the assessments of a project, as far as a terminal shows it. */
export type AssessmentHistoryAnswer = Readonly<{
  asOf: AsOf;
  project: Readonly<{ name: string }>;
  assessments: readonly Readonly<{
    assessor: string;
    model: Readonly<{ name: string }>;
    notCounted: string | null;
    versions: readonly Version[];
  }>[];
}>;

const because = (reason: string | null): string => (reason === null ? '' : `: “${reason}”`);

const rating = ({ name, from, to, reason, number }: Rating): readonly string[] => {
  const points =
    to === null ? `no longer rated ${from ?? ''}` : `${to}${from === null ? '' : ` instead of ${from}`}`;
  return item(`${name} ${points}${because(reason)} (event ${number})`, 2);
};

const comment = ({ comment: said }: Version): readonly string[] =>
  said === null ? [] : item(`of the whole: ${said.to === null ? 'nothing any more' : `“${said.to}”`}`, 2);

/** Each assessment with what was done to it, oldest first; people by name where one is known. */
export const assessmentHistoryPage = (
  { asOf, project, assessments }: AssessmentHistoryAnswer,
  timeZone: string,
  named: (text: string) => string,
): string => {
  const version = (one: Version): readonly string[] => [
    ...item(`${one.kind} by ${named(one.by)} on ${dayOf(one.at, timeZone)}${because(one.reason)}`),
    ...one.ratings.flatMap(rating),
    ...comment(one),
  ];
  const told = assessments.flatMap(({ assessor, model, notCounted, versions }) =>
    part(
      `${named(assessor)}, by ${model.name}${notCounted === null ? '' : `, not counted: now its ${notCounted}`}`,
      versions.flatMap(version),
    ),
  );
  const lines = told.length === 0 ? ['Nobody has assessed it.'] : told.slice(0, -1);
  return sheet(`${project.name}: what became of its assessments`, asOf, { timeZone, lines });
};
