import { amountInWords, dayOf, percent, rounded } from '@docket/kernel';
import { item, part, reasonInWords, sheet, type AsOf } from './sheet';

type Dated = Readonly<{ value: string; day: string }>;
type Figure = Readonly<{ value: string | null; reason: string | null }>;
type Coverage = Readonly<{ used: number; eligible: number }>;

type Objective = Readonly<{
  name: string;
  status: string;
  weight: string | null;
  measure: Readonly<{ name: string; unit: string }>;
  baseline: Dated;
  target: Dated;
  actual: Dated | null;
  progress: Figure;
  lastRevision: Readonly<{ at: string; by: string; reason: string | null }> | null;
}>;

/** Objectives with what follows from them, as far as a terminal shows it. */
export type ObjectivesAnswer = Readonly<{
  asOf: AsOf;
  objectives: Readonly<{ rows: readonly Objective[] }>;
  goalProgress: Readonly<{ progress: Figure; coverage: Coverage }>;
  objectiveCoverage: Readonly<{
    covered: Figure;
    coverage: Coverage;
    uncovered: readonly Readonly<{ name: string }>[];
  }>;
  alignments: Readonly<{ rows: readonly Readonly<{ name: string; alignment: Figure }>[] }>;
}>;

const share = ({ value, reason }: Figure): string =>
  value === null ? `not available (${reasonInWords(reason)})` : percent(value, 1);

const dated = (one: Dated | null, unit: string): string =>
  one === null ? 'nothing reported' : `${amountInWords('', one.value).trim()} ${unit} (${one.day})`;

const revised = (
  { lastRevision: last }: Pick<Objective, 'lastRevision'>,
  timeZone: string,
): readonly string[] =>
  last === null
    ? []
    : item(
        `revised by ${last.by} on ${dayOf(last.at, timeZone)}${last.reason === null ? '' : `: ${last.reason}`}`,
        2,
      );

const objectiveLines = (
  { name, status, weight, measure, ...one }: Objective,
  timeZone: string,
): readonly string[] => [
  ...item(
    `${name}${status === 'active' ? '' : ` (${status})`}: weight ${weight === null ? 'none' : percent(weight, 1)}, progress ${share(one.progress)}`,
  ),
  ...item(
    `${measure.name}: from ${dated(one.baseline, measure.unit)} to ${dated(one.target, measure.unit)}, now ${dated(one.actual, measure.unit)}`,
    2,
  ),
  ...revised(one, timeZone),
];

const covered = ({ covered: figure, coverage, uncovered }: ObjectivesAnswer['objectiveCoverage']): string =>
  `Objective coverage ${share(figure)}: authorised work serves ${coverage.used} of ${coverage.eligible}.${
    uncovered.length > 0 ? ` None serves ${uncovered.map(({ name }) => name).join(', ')}.` : ''
  }`;

/** Only projects that have an alignment: of the others there is nothing to tell. */
const aligned = ({ rows }: ObjectivesAnswer['alignments']): readonly string[] =>
  rows.flatMap(({ name, alignment: { value } }) =>
    value === null ? [] : item(`${name}: ${rounded(value, 1)} of 100`),
  );

/** Objectives with measure and progress, then what they come to together and which work serves them. */
export const objectivesPage = (
  { asOf, objectives: { rows }, goalProgress, objectiveCoverage, alignments }: ObjectivesAnswer,
  { name, timeZone }: Readonly<{ name: string; timeZone: string }>,
): string => {
  const { progress, coverage } = goalProgress;
  const lines =
    rows.length === 0
      ? ['No objective has been stated.']
      : [
          ...rows.flatMap((one) => objectiveLines(one, timeZone)),
          '',
          ...item(
            `Goal progress ${share(progress)}, resting on ${coverage.used} of ${coverage.eligible} active objectives.`,
            0,
          ),
          ...item(covered(objectiveCoverage), 0),
          ...part('Alignment', aligned(alignments)),
        ];
  return sheet(`${name}, its objectives`, asOf, { timeZone, lines });
};
