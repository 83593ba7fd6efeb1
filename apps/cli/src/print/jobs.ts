import { fit, pageWidth, paragraph } from './columns';
import { visible } from './visible';

type Counts = Readonly<
  Record<'waiting' | 'delayed' | 'running' | 'dead' | 'done' | 'failedAttempts', number>
>;

/** What the API answers about jobs. */
export type JobsAnswer = Readonly<{
  kinds: readonly (Readonly<{ kind: string }> & Counts)[];
  dead: readonly Readonly<{ kind: string; id: string; attempts: number; error: string; diedAt: string }>[];
}>;

const COLUMNS = ['waiting', 'delayed', 'running', 'dead', 'done'] as const;
const WIDTH = 9;

const row = (name: string, cells: readonly (string | number)[], width: number): string =>
  `${fit(name, width - WIDTH * cells.length)}${cells.map((cell) => fit(`${cell}`, WIDTH, 'right')).join('')}`;

const SHOWN = 50;

/** How many jobs stand how, and each that was given up: when, after how many attempts, and why. */
export const jobsSheet = ({ kinds, dead }: JobsAnswer, width = pageWidth()): string => {
  const rest = dead.length - SHOWN;
  return [
    ...(kinds.length === 0 ? ['There is no job.'] : [row('kind', COLUMNS, width)]),
    ...kinds.map((one) =>
      row(
        one.kind,
        COLUMNS.map((column) => one[column]),
        width,
      ),
    ),
    ...(dead.length === 0 ? [] : ['', 'Given up; `docket jobs requeue KIND ID` tries one again:']),
    ...dead
      .slice(0, SHOWN)
      .flatMap(({ kind, id, attempts, error, diedAt }) => [
        ...paragraph(`${kind} ${visible(id)}`, { first: '  ', width }),
        ...paragraph(
          `${diedAt.slice(0, 19).replace('T', ' ')} UTC, ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}: ${visible(error)}`,
          { first: '    ', width },
        ),
      ]),
    ...(rest > 0 ? [`  … and ${rest} more; --json lists all of them`] : []),
    '',
  ].join('\n');
};
