import { byCodeUnits, type Json } from '@docket/kernel';
import type { BusinessCase, PlannedBenefit } from './business-case';
import type { Holders } from './part.state';
import type { ReportContent } from './status-report';
import { toldRisks } from './risk-texts';

/** One field that is said otherwise: `path` as names and keys with `/` between them (RFC 6901), null where nothing was said. */
export type FieldDifference = Readonly<{ path: string; before: Json; after: Json }>;

type Leaves = Readonly<Record<string, Json>>;

const step = (name: string | number): string => String(name).replaceAll('~', '~0').replaceAll('/', '~1');

/** Every value inside, under the path to it; a list of texts is one value. */
const leavesOf = (
  value: unknown,
  path: readonly (string | number)[],
): readonly (readonly [string, Json])[] => {
  if (value === undefined || value === null) return [];
  if (typeof value === 'object' && !Array.isArray(value))
    return Object.entries(value).flatMap(([name, one]) => leavesOf(one, [...path, name]));
  return [[path.map(step).join('/'), value as Json]];
};

const keyed = <T>(
  items: readonly T[] = [],
  keyOf: (item: T) => string | number,
  rest: (item: T) => unknown,
): Readonly<Record<string, unknown>> => Object.fromEntries(items.map((item) => [keyOf(item), rest(item)]));

const withoutId = <T extends { id: string }>(item: T): Omit<T, 'id'> => {
  const { id: _, ...rest } = item;
  return rest;
};

const keyedBenefit = (benefit: PlannedBenefit) => ({
  ...withoutId(benefit),
  planned: keyed(
    benefit.planned,
    ({ day }) => day,
    ({ amount }) => amount,
  ),
});

/** A business case as it stood: with nobody in a part that was declined. */
export type StandingCase = Omit<BusinessCase, 'sponsor' | 'manager'> & Holders;

/** Lists as what their lines are told apart by: a year, a skill and month, an id, a day. */
const keyedCase = ({ budgetByYear, demand, benefits, risks = [], riskTexts, ...fields }: StandingCase) => ({
  ...fields,
  budgetByYear: keyed(
    budgetByYear,
    ({ year }) => year,
    ({ amount }) => amount,
  ),
  demand: keyed(
    demand,
    ({ skill, month }) => `${skill} ${month}`,
    ({ hours }) => hours,
  ),
  benefits: keyed(benefits, ({ id }) => id, keyedBenefit),
  risks: keyed(toldRisks(risks, riskTexts), ({ id }) => id, withoutId),
});

const asLeaves = (stated: object | undefined): Leaves =>
  Object.fromEntries(stated === undefined ? [] : leavesOf(stated, []));

/** What one statement says otherwise than another, by path; what neither says, or says as null, is no difference. */
export const differencesBetween = (
  before: object | undefined,
  after: object | undefined,
): readonly FieldDifference[] => {
  const [then, now] = [asLeaves(before), asLeaves(after)];
  return [...new Set([...Object.keys(then), ...Object.keys(now)])]
    .filter((path) => JSON.stringify(then[path]) !== JSON.stringify(now[path]))
    .sort(byCodeUnits)
    .map((path) => ({ path, before: then[path] ?? null, after: now[path] ?? null }));
};

/**
 * What one business case says otherwise than another, field by field, by path. Without one before, all of it is new. Lines of
 * lists are told apart by what names them, never by their place.
 */
export const differenceOf = (
  before: StandingCase | undefined,
  after: StandingCase,
): readonly FieldDifference[] => differencesBetween(before && keyedCase(before), keyedCase(after));

const contentIn = ({
  figures,
  ownStatus,
  defects,
  satisfaction,
  requirements,
  personTimeHours,
  confidence,
  narrative,
}: ReportContent) => ({
  figures,
  ownStatus,
  defects,
  satisfaction,
  requirements,
  personTimeHours,
  confidence,
  narrative,
});

/**
 * What one content of a report says otherwise than another, field by field. A correction states the whole report: what it does
 * not repeat is said no more, and stands here with nothing after it.
 */
export const reportDifferenceOf = (before: ReportContent, after: ReportContent): readonly FieldDifference[] =>
  differencesBetween(contentIn(before), contentIn(after));
