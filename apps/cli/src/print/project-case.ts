import { amountInWords, dayOf } from '@docket/kernel';
import { fieldInWords } from './field-words';
import type { Baseline, BusinessCase, ProjectAnswer, Telling } from './project-answer';
import { item, part } from './sheet';

const spent = ({ wholeLifeCost, start, finish }: Baseline, currency: string): string =>
  `${amountInWords(currency, wholeLifeCost)}, ${start} to ${finish}`;

/** Who has a part; who declined it, when and why, where nobody has it. */
const partTold = (
  project: ProjectAnswer['project'],
  role: 'sponsor' | 'manager',
  { timeZone, named }: Telling,
): string | undefined => {
  const last = project.declined.findLast((one) => one.part === role);
  if (project[role] !== null) return `${capitalised(role)}: ${named(project[role])}`;
  return (
    last &&
    `${capitalised(role)}: declined by ${named(last.personId)} on ${dayOf(last.at, timeZone)}: ${last.reason}`
  );
};

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const differing = ({ project, earnedValue: { currency } }: ProjectAnswer): readonly string[] =>
  project.differsFromBaseline.map(({ figure, baseline, present, by }) => {
    const value = (text: string) => (figure === 'wholeLifeCost' ? amountInWords(currency, text) : text);
    const said = by === 'report' ? 'its last report' : 'its business case';
    return `Differs from its baseline: ${fieldInWords(figure)} ${value(present)} by ${said}, ${value(baseline)} as authorised`;
  });

/** What a project is, who has which part in it, and what it asks for or was authorised for. */
export const projectFacts = (answer: ProjectAnswer, telling: Telling): readonly string[] => {
  const {
    project,
    earnedValue: { currency },
  } = answer;
  const { status, since, department, businessCase, baseline, mustHave } = project;
  const told: readonly (string | false | null | undefined)[] = [
    `Status: ${status}, known since ${since}${department === null ? '' : `, ${department}`}`,
    mustHave &&
      `A must-have: ${mustHave.reason} (marked by ${telling.named(mustHave.by)} on ${dayOf(mustHave.since, telling.timeZone)})`,
    project.proposer !== null && `Proposed by: ${telling.named(project.proposer)}`,
    partTold(project, 'sponsor', telling),
    partTold(project, 'manager', telling),
    businessCase && `Business case: ${spent(businessCase, currency)}`,
    businessCase?.scope && `Scope: ${businessCase.scope}`,
    businessCase?.options && `Options considered: ${businessCase.options}`,
    businessCase?.vendor && `Vendor: ${businessCase.vendor}`,
    businessCase?.tags && businessCase.tags.length > 0 && `Tags: ${businessCase.tags.join(', ')}`,
    baseline && `Baseline, original: ${spent(baseline.original, currency)}`,
    baseline && `Baseline, current: ${spent(baseline.current, currency)}`,
    ...differing(answer),
  ];
  return told.flatMap((line) => (line ? item(line, 0) : []));
};

const plain = (amount: string): string => amountInWords('', amount).trim();

const benefits = ({ benefits: all = [] }: BusinessCase, { currency, named }: Setting): readonly string[] =>
  all.flatMap(({ name, metric, unit, owner, planned }) => {
    const amounts = planned.map(
      ({ day, amount }) =>
        `${unit === 'money' ? amountInWords(currency, amount) : `${plain(amount)} ${unit}`} from ${day}`,
    );
    return item(`${name}, owned by ${named(owner)}: ${metric}; ${amounts.join(', ') || 'nothing planned'}`);
  });

const risks = ({ risks: all = [] }: BusinessCase, { named }: Setting): readonly string[] =>
  all.flatMap(({ description, probability, impact, owner, response }) =>
    item(
      `${description ?? 'not told'}: probability ${probability} of 5, impact ${impact} of 5${owner ? `, owned by ${named(owner)}` : ''}${response ? `; ${response}` : ''}`,
    ),
  );

type Setting = Telling & Readonly<{ currency: string }>;

/** The lists of a business case, each under a heading of its own; what it does not list is left out. */
export const caseLines = (
  { project: { businessCase }, earnedValue: { currency } }: ProjectAnswer,
  telling: Telling,
): readonly string[] => {
  if (!businessCase) return [];
  const { budgetByYear = [], demand = [] } = businessCase;
  const setting = { ...telling, currency };
  return [
    ...part(
      'Budget by year',
      budgetByYear.flatMap(({ year, amount }) => item(`${year}: ${amountInWords(currency, amount)}`)),
    ),
    ...part(
      'Demand',
      demand.flatMap(({ skill, month, hours }) => item(`${skill}, ${month}: ${plain(hours)} hours`)),
    ),
    ...part('Benefits', benefits(businessCase, setting)),
    ...part('Risks', risks(businessCase, setting)),
  ];
};
