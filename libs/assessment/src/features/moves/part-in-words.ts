import { measuredInWords, type Json } from '@docket/kernel';
import { fieldInWords, type FieldDifference } from '@docket/project';
import type { MovePart } from './moves';
import type { CriterionChange, RatingChange } from './told-part';

/** What somebody did by an event, as people say it, before what it changed. */
const DID: Readonly<Record<string, string>> = {
  ProjectProposed: 'proposed it',
  ProposalRevised: 'revised its business case',
  BusinessCaseRevised: 'revised its business case',
  ProposalWithdrawn: 'withdrew the proposal',
  AuthorisedProjectImported: 'imported it from a list',
  ProjectRedescribed: 'imported another description of it',
  StatusReported: 'reported its status',
  StatusReportCorrected: 'corrected a report of its status',
  DeliveryConfidenceJudged: 'judged its delivery',
  DeliveryConfidenceWithdrawn: 'took a judgement of its delivery back',
  PartDeclined: 'declined a part in it',
  PartTakenUp: 'took up a part in it',
  InterestDeclared: 'declared an interest in it',
  InterestWithdrawn: 'withdrew an interest in it',
  DepartureNoted: 'imported a list that no longer names it',
  ReturnNoted: 'imported a list that names it again',
  DecisionCarried: 'carried a decision to it',
  ObjectiveRetired: 'retired an objective',
  ObjectivesWeighed: 'weighed the objectives',
  ContributionConfirmed: 'confirmed what it contributes to an objective',
  ContributionWithdrawn: 'withdrew what it contributes to an objective',
};

const kindOf = ({ type }: Pick<MovePart, 'type'>): string => type.replace(/\.v\d+$/, '');

/** The name of a kind of event as words: `must have marked`. */
const spaced = (kind: string): string =>
  kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).trim();

const instead = (name: string, from: string | null, to: string | null): string => {
  if (to === null) return `${name} no longer ${from ?? 'known'}`;
  return from === null ? `${name} ${to}` : `${name} ${to} instead of ${from}`;
};

const measured = ({ name, unit, from, to }: CriterionChange): string => {
  const shown = (value: string | null) => (value === null ? null : measuredInWords(value, unit));
  return instead(name, shown(from), shown(to));
};

const listed = (said: readonly string[]): string =>
  said.length < 2 ? said.join('') : `${said.slice(0, -1).join(', ')} and ${said.at(-1) ?? ''}`;

/** Ratings that somebody gave, changed or took back themselves. */
const rated = (actor: string, ratings: readonly RatingChange[]): string => {
  const given = ratings.filter(({ to }) => to !== null).map(({ name, from, to }) => instead(name, from, to));
  const taken = ratings.filter(({ to }) => to === null).map(({ name, from }) => `${name} ${from ?? ''}`);
  const whose = ratings.find(({ assessor }) => assessor !== actor)?.assessor;
  return [
    ...(given.length > 0 ? [`rated ${listed(given)}`] : []),
    ...(taken.length > 0 ? [`took back the rating of ${listed(taken)}${whose ? ` by ${whose}` : ''}`] : []),
  ].join(' and ');
};

/** Ratings that count no longer, or again, because their assessor came to have a part in the component, or left it. */
const counting = (ratings: readonly RatingChange[]): readonly string[] => {
  const by = Map.groupBy(ratings, ({ assessor }) => assessor);
  return [...by].map(
    ([assessor, own]) =>
      `what ${assessor} rated counts ${own.some(({ to }) => to === null) ? 'no longer' : 'again'}`,
  );
};

const PEOPLE: ReadonlySet<string> = new Set(['proposer', 'sponsor', 'manager']);
const FIELDS_SHOWN = 3;

const asText = (value: Json): string | null =>
  value === null || typeof value === 'string' ? value : JSON.stringify(value);

/** People always; of the other fields the first, where no criterion says more of them. */
const fieldsInWords = (fields: readonly FieldDifference[], isTold: boolean): readonly string[] => {
  const people = fields.filter(({ path }) => PEOPLE.has(path));
  const others = isTold ? [] : fields.filter(({ path }) => !PEOPLE.has(path)).slice(0, FIELDS_SHOWN);
  return [...people, ...others].map(({ path, before, after }) =>
    instead(fieldInWords(path), asText(before), asText(after)),
  );
};

const RATINGS: ReadonlySet<string> = new Set(['CriterionRated', 'RatingTakenBack', 'AssessmentWithdrawn']);

/**
 * Who did what by an event that moved a component, as a sentence for whoever decides on it; people by their ids, without the reason.
 * `p-bea rated Strategic fit 4 instead of 2`.
 */
export const partInWords = (part: MovePart, actor: string): string => {
  const kind = kindOf(part);
  if (RATINGS.has(kind) && part.ratings.length > 0) return `${actor} ${rated(actor, part.ratings)}`;
  const changed = part.changes.filter(
    (one) => !part.ratings.some(({ criterion }) => criterion === one.criterion),
  );
  const said = [
    ...changed.map(measured),
    ...fieldsInWords(part.fields, changed.length > 0),
    ...counting(part.ratings),
  ];
  const did = DID[kind] ?? `recorded ${spaced(kind)}`;
  return `${actor} ${did}${said.length > 0 ? `: ${said.join('; ')}` : ''}`;
};
