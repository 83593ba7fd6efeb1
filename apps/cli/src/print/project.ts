import { amountInWords, dayOf, rounded } from '@docket/kernel';
import { confidenceLines, type ConfidenceAnswer } from './confidence';
import { item, part, sheet, type AsOf } from './sheet';

type Figure = Readonly<{ value: string | boolean | null; unit?: string; reason?: string }>;
type Figures = Readonly<Record<string, Figure | Readonly<Record<string, Figure>>>>;
type Baseline = Readonly<{ wholeLifeCost: string; start: string; finish: string }>;
type Difference = Readonly<{ path: string; before: unknown; after: unknown }>;
type DeclinedPart = Readonly<{ part: string; personId: string; at: string; reason: string }>;
type PartChange = Readonly<{ event: string; part: string; reason: string | null }>;
type EndStatus = Readonly<{ status: string; since: string }>;
type Rows<T> = Readonly<{ rows: readonly T[] }>;

/** All that is known of a project, as far as a terminal shows it. */
export type ProjectAnswer = Readonly<{
  asOf: AsOf;
  project: Readonly<{
    name: string;
    status: string;
    since: string;
    department: string | null;
    businessCase: (Baseline & Readonly<{ scope: string | null; tags?: readonly string[] }>) | null;
    baseline: Readonly<{ original: Baseline; current: Baseline }> | null;
    differsFromBaseline: readonly Readonly<{
      figure: string;
      baseline: string;
      present: string;
      by: string;
    }>[];
    mustHave: Readonly<{ reason: string; by: string; since: string }> | null;
    proposer: string | null;
    sponsor: string | null;
    manager: string | null;
    declined: readonly DeclinedPart[];
  }>;
  revisions: Rows<
    Readonly<{
      number: number;
      date: string;
      actor: string;
      differences: readonly Difference[];
      part: PartChange | null;
    }>
  >;
  reports: Rows<
    Readonly<{
      reportedFor: string;
      narrative: string | null;
      corrections: readonly Readonly<{
        correctedBy: string;
        correctedAt: string;
        reason: string;
        differences: readonly Difference[];
      }>[];
    }>
  >;
  confidence: ConfidenceAnswer;
  earnedValue: Readonly<{ currency: string; performance: Figures; against: Readonly<{ current: Figures }> }>;
  objectives: Rows<Readonly<{ id: string; name: string }>>;
  dependencies: Rows<
    Readonly<{
      kind: string;
      fromName: string;
      toName: string;
      fromStatus: EndStatus;
      toStatus: EndStatus;
      reason: string;
    }>
  >;
  contributions: Readonly<{
    alignment: Readonly<{ value: string | null }>;
    contributions: readonly Readonly<{
      objectiveId: string;
      status: string;
      level: Readonly<{ name: string }>;
      claim: Readonly<{ level: number }>;
      confirmation: object | null;
    }>[];
  }>;
}>;

const spent = ({ wholeLifeCost, start, finish }: Baseline, currency: string): string =>
  `${amountInWords(currency, wholeLifeCost)}, ${start} to ${finish}`;

/** Who has a part; who declined it, when and why, where nobody has it. */
const partTold = (
  project: ProjectAnswer['project'],
  part: 'sponsor' | 'manager',
  { timeZone, named }: Telling,
): string | undefined => {
  const last = project.declined.findLast((one) => one.part === part);
  if (project[part] !== null) return `${capitalised(part)}: ${named(project[part])}`;
  return (
    last &&
    `${capitalised(part)}: declined by ${named(last.personId)} on ${dayOf(last.at, timeZone)}: ${last.reason}`
  );
};

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const differing = ({ project, earnedValue: { currency } }: ProjectAnswer): readonly string[] =>
  project.differsFromBaseline.map(({ figure, baseline, present, by }) => {
    const value = (text: string) => (figure === 'wholeLifeCost' ? amountInWords(currency, text) : text);
    const said = by === 'report' ? 'its last report' : 'its business case';
    return `Differs from its baseline: ${spaced(figure)} ${value(present)} by ${said}, ${value(baseline)} as authorised`;
  });

const about = (answer: ProjectAnswer, telling: Telling): readonly string[] => {
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
    businessCase?.tags && businessCase.tags.length > 0 && `Tags: ${businessCase.tags.join(', ')}`,
    baseline && `Baseline, original: ${spent(baseline.original, currency)}`,
    baseline && `Baseline, current: ${spent(baseline.current, currency)}`,
    ...differing(answer),
  ];
  return told.flatMap((line) => (line ? item(line, 0) : []));
};

const said = (value: unknown): string => {
  if (value === null) return 'nothing';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

type Telling = Readonly<{ timeZone: string; named: (text: string) => string }>;

/** Fields of a case that hold the id of a person. */
const PERSON = /(^|\/)(sponsor|manager|owner)$/;

const revised = (number: number, part: PartChange | null): string => {
  if (part?.event === 'PartTakenUp') return `: takes up the part of ${part.part}`;
  if (part) return `: declines to be ${part.part}: ${part.reason ?? ''}`;
  return number === 1 ? ': as first stated' : '';
};

const revisions = ({ revisions: { rows } }: ProjectAnswer, { timeZone, named }: Telling): readonly string[] =>
  rows.flatMap(({ number, date, actor, differences, part }) => [
    ...item(`${number}, ${dayOf(date, timeZone)}, by ${named(actor)}${revised(number, part)}`),
    ...(number === 1
      ? []
      : differences.flatMap(({ path, before, after }) =>
          item(
            `${path}: ${[before, after].map((one) => (PERSON.test(path) ? named(said(one)) : said(one))).join(' → ')}`,
            2,
          ),
        )),
  ]);

const spaced = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const stated = (value: unknown): string => (value === null ? 'not said' : said(value));

const reports = ({ reports: { rows } }: ProjectAnswer, { timeZone, named }: Telling): readonly string[] =>
  rows
    .slice(-3)
    .flatMap(({ reportedFor, narrative, corrections }) => [
      ...item(`for ${reportedFor}${narrative === null ? '' : `: ${narrative}`}`),
      ...corrections.flatMap(({ correctedBy, correctedAt, reason, differences }) => [
        ...item(`corrected by ${named(correctedBy)} on ${dayOf(correctedAt, timeZone)}: ${reason}`, 2),
        ...differences.flatMap(({ path, before, after }) =>
          item(
            `${spaced(path.replace(/^figures\//, '').replaceAll('/', ': '))}: ${stated(before)} → ${stated(after)}`,
            3,
          ),
        ),
      ]),
    ]);

const isFigure = (value: Figures[string]): value is Figure => 'value' in value;

const valueOf = ({ value, unit = '' }: Figure): string => {
  if (typeof value !== 'string') return value ? 'yes' : 'no';
  const shown = value.includes('.') ? rounded(value, 3) : value;
  return unit === 'ratio' ? shown : amountInWords(unit, shown);
};

const figureLines = (figures: Figures): readonly string[] => {
  const all = Object.entries(figures).flatMap(([name, value]): [string, Figure][] =>
    isFigure(value)
      ? [[spaced(name), value]]
      : Object.entries(value).map(([inner, figure]) => [`${spaced(name)}: ${spaced(inner)}`, figure]),
  );
  const missing = Map.groupBy(
    all.filter(([, { value }]) => value === null),
    ([, { reason }]) => reason ?? '',
  );
  return [
    ...all.flatMap(([name, figure]) => (figure.value === null ? [] : item(`${name}: ${valueOf(figure)}`))),
    ...[...missing].flatMap(([reason, names]) =>
      item(
        `not available: ${[...new Set(names.map(([name]) => name.replace(/:.*$/, '')))].join(', ')}. ${reason}`,
      ),
    ),
  ];
};

/** Nothing follows where nothing was reported and no baseline says what it may cost. */
const earned = ({
  earnedValue,
  reports: { rows },
  project: { baseline },
}: ProjectAnswer): readonly string[] =>
  rows.length === 0 && baseline === null
    ? []
    : figureLines({ ...earnedValue.performance, ...earnedValue.against.current });

/** What has become of a project since; nothing is said of one that stands. */
const ended = ({ status, since }: EndStatus, timeZone: string): string => {
  if (['proposed', 'authorised', 'held'].includes(status)) return '';
  const day = dayOf(since, timeZone);
  return status === 'left' ? `, which left the portfolio on ${day}` : `, which was ${status} on ${day}`;
};

const dependencies = ({ dependencies: { rows } }: ProjectAnswer, timeZone: string): readonly string[] =>
  rows.flatMap(({ kind, fromName, toName, fromStatus, toStatus, reason }) => {
    const [from, to] = [ended(fromStatus, timeZone), ended(toStatus, timeZone)];
    return item(`${fromName}${from}${from && ','} ${kind} ${toName}${to}: ${reason}`);
  });

const served = ({
  contributions: { contributions, alignment },
  objectives,
}: ProjectAnswer): readonly string[] =>
  contributions.length === 0
    ? []
    : [
        ...contributions.flatMap(({ objectiveId, status, level, claim, confirmation }) =>
          item(
            `${objectives.rows.find(({ id }) => id === objectiveId)?.name ?? objectiveId}: ${level.name}, ${status === 'claimed' && confirmation ? `confirmed; a claim of ${claim.level} waits` : status}`,
          ),
        ),
        ...item(
          `alignment: ${alignment.value === null ? 'not available' : `${rounded(alignment.value, 1)} of 100`}`,
        ),
      ];

/** A project part by part; what there is nothing of is left out. */
export const projectPage = (
  answer: ProjectAnswer,
  timeZone: string,
  named: Telling['named'] = (text) => text,
): string => {
  const telling = { timeZone, named };
  const lines = [
    ...about(answer, telling),
    '',
    ...part('Revisions of the case', revisions(answer, telling)),
    ...part('Latest reports', reports(answer, telling)),
    ...part('Delivery confidence', confidenceLines(answer.confidence, telling)),
    ...part('Earned value, against the current baseline', earned(answer)),
    ...part('Dependencies', dependencies(answer, timeZone)),
    ...part('Contributions', served(answer)),
  ];
  return sheet(answer.project.name, answer.asOf, { timeZone, lines: lines.slice(0, -1) });
};
