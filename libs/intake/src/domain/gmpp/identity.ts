import { derivedUuid } from '@docket/kernel';
import { eachInSteps, mapInSteps, type Stepwise } from '../stepwise';
import type { DatedRow, Description } from './dated-row';
import { compatibleDepartments, departmentCode } from './department';
import { describedIn, type KnownProject } from './known-project';
import { bareNameKey, nameKey } from './project-name';

/** A number for comparison: capitals, and one prefix for a department that had two. */
const numberKey = (reference: string | undefined): string | undefined =>
  reference?.toUpperCase().replace(/^(?:DOH|DHSC)_/, 'DH_');

/** What a row calls its project: its number, else its name in its department. */
const identityOf = ({ reference, name, department }: Description): string =>
  numberKey(reference) ?? `${nameKey(name)}|${departmentCode(department)}`;

/** The id of a project first named by this row: the same for the same list in the same portfolio. */
export const idOfNew = (portfolioId: string, { year, described }: DatedRow): string =>
  derivedUuid(portfolioId, 'gmpp', String(year), identityOf(described));

/** Rows of one year, the first of each project and those that repeat it. */
export function* withoutRepeats(rows: readonly DatedRow[]): Stepwise<
  Readonly<{
    firsts: readonly DatedRow[];
    repeats: readonly Readonly<{ row: DatedRow; of: DatedRow }>[];
  }>
> {
  const seen = new Map<string, DatedRow>();
  const repeats: { row: DatedRow; of: DatedRow }[] = [];
  yield* eachInSteps(rows, (row) => {
    const identity = identityOf(row.described);
    const of = seen.get(identity);
    if (of) repeats.push({ row, of });
    else seen.set(identity, row);
  });
  return { firsts: [...seen.values()], repeats };
}

const numbersOf = (project: KnownProject, year: number): readonly (string | undefined)[] =>
  project.descriptions
    .filter((dated) => dated.year <= year)
    .map(({ described }) => numberKey(described.reference));

/** The same name, a department its work can have come from, and no two numbers that differ. */
const canBeByName = ({ described, year }: DatedRow, project: KnownProject): boolean => {
  const before = describedIn(project, year);
  if (!before || bareNameKey(before.name) !== bareNameKey(described.name)) return false;
  const number = numberKey(described.reference);
  const numbers = numbersOf(project, year).filter((known) => known !== undefined);
  const contradicts = number !== undefined && numbers.length > 0 && !numbers.includes(number);
  return !contradicts && compatibleDepartments(before.department, described.department);
};

const hasSameName = ({ described, year }: DatedRow, project: KnownProject): boolean =>
  nameKey(describedIn(project, year)?.name ?? '') === nameKey(described.name);

const inSameDepartment = ({ described, year }: DatedRow, project: KnownProject): boolean =>
  departmentCode(describedIn(project, year)?.department) === departmentCode(described.department);

/** The one project a row's name points to: of several the closest; where that leaves several, none. */
const candidateByName = (row: DatedRow, projects: readonly KnownProject[]): KnownProject | undefined => {
  let candidates = projects.filter((project) => canBeByName(row, project));
  for (const closer of [hasSameName, inSameDepartment])
    if (candidates.length > 1) candidates = candidates.filter((project) => closer(row, project));
  return candidates.length === 1 ? candidates[0] : undefined;
};

type Claim = Readonly<{ row: DatedRow; project: KnownProject }>;

/** Claims that are alone on their project: two rows of a year are never one project. */
const undisputed = (claims: readonly Claim[]): readonly Claim[] => {
  const rivals = Map.groupBy(claims, ({ project }) => project.id);
  return claims.filter(({ project }) => rivals.get(project.id)?.length === 1);
};

function* byNameKey(
  projects: readonly KnownProject[],
  year: number,
): Stepwise<ReadonlyMap<string, readonly KnownProject[]>> {
  const keyed = yield* mapInSteps(projects, (project) => ({
    key: bareNameKey(describedIn(project, year)?.name ?? ''),
    project,
  }));
  const alike = Map.groupBy(keyed, ({ key }) => key);
  return new Map([...alike].map(([key, of]) => [key, of.map(({ project }) => project)]));
}

/**
 * Which rows of one year's list are known projects: by number where both have it, else by name and department as they stood
 * when the list was out. Only what is certain is one project: rows that are left are new ones.
 */
export function* recognise(
  rows: readonly DatedRow[],
  year: number,
  projects: readonly KnownProject[],
): Stepwise<ReadonlyMap<DatedRow, KnownProject>> {
  const byNumber = new Map(
    projects.flatMap((project) => numbersOf(project, year).map((number) => [number, project] as const)),
  );
  const numbered = rows.flatMap((row) => {
    const number = numberKey(row.described.reference);
    const project = number === undefined ? undefined : byNumber.get(number);
    return project ? [{ row, project }] : [];
  });
  const found = new Map(undisputed(numbered).map(({ row, project }) => [row, project]));
  const taken = new Set([...found.values()].map(({ id }) => id));
  const free = yield* byNameKey(
    projects.filter(({ id }) => !taken.has(id)),
    year,
  );
  const named = yield* mapInSteps(
    rows.filter((row) => !found.has(row)),
    (row) => {
      const project = candidateByName(row, free.get(bareNameKey(row.described.name)) ?? []);
      return project ? [{ row, project }] : [];
    },
  );
  for (const { row, project } of undisputed(named.flat())) found.set(row, project);
  return found;
}
