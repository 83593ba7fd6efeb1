import { USAGE } from '../arguments';

/** Two spaces, what is explained, and what it means from here on. */
const COLUMN = 22;

type Explained = Readonly<{ term: string; lines: readonly string[] }>;

/** What the usage explains: each term with its line and those that go on after it. */
const explained = (): readonly Explained[] => {
  const all: { term: string; lines: string[] }[] = [];
  for (const line of USAGE.split('\n').filter((one) => one.startsWith('  '))) {
    const term = line.slice(0, COLUMN).trim();
    if (term !== '') all.push({ term, lines: [line] });
    else all.at(-1)?.lines.push(line);
  }
  return all;
};

const begins =
  (word: string) =>
  ({ term }: Explained): boolean =>
    term === word || term.startsWith(`${word} `);

/** The usage of one command: how it is called, what it does, and the options it takes. */
export const commandUsage = (name: string, options: readonly string[]): string => {
  const all = explained();
  const forms = all.filter(begins(name));
  const taken = options.flatMap((option) => all.filter(begins(`--${option}`)));
  return [
    ...forms.map(({ term }) => `docket ${term}`),
    '',
    ...forms.flatMap(({ lines }) => lines),
    '',
    ...taken.flatMap(({ lines }) => lines),
    ...(forms.some(({ term }) => term.includes('PROJECT'))
      ? ['', '  PROJECT is an id, or a name that only one project of the portfolio has.']
      : []),
    '',
  ].join('\n');
};
