import { leftOutInWords, type ExplainedFigure } from '@docket/assessment';
import { dayOf, measuredInWords, percent, rounded as exact } from '@docket/kernel';
import { pageWidth, paragraph } from './columns';
import { momentInWords } from './moment';

type Origin = Readonly<{ number: number; stream: string; revision: number; date: string }> | null;

type Rating = Readonly<{
  assessor: string;
  points: string;
  meaning: string;
  reason: string;
  origin: Origin;
}>;

type Rated = Readonly<{
  assessors: number;
  lowest: string | null;
  highest: string | null;
  spread: string | null;
  ratings: readonly Rating[];
  notCounted: readonly (Rating & Readonly<{ because: string; since: Origin }>)[];
}>;

type Criterion = Readonly<{
  name: string;
  weight: string;
  direction: string;
  unit: string | null;
  value: string | null;
  scale: string | null;
  rated: Rated | null;
  missing: string | null;
  anchor: Readonly<{ credit: string; maximum: string; meaning: string }> | null;
  contribution: string | null;
  origin: Origin;
  figures: readonly Pick<ExplainedFigure, 'figure' | 'reportedFor' | 'number' | 'leftOutBy'>[];
}>;

type Neighbour = Readonly<{ rank: number; name: string; score: string }> | null;

/** What an explanation answers, as far as a terminal shows it. */
export type ExplainAnswer = Readonly<{
  asOf: Readonly<{ token: string; number: number; at: string }>;
  portfolio: Readonly<{ name: string }>;
  model: Readonly<{ name: string }>;
  notices: readonly Readonly<{ text: string }>[];
  row: Readonly<{
    rank: number | null;
    reason: string;
    name: string;
    score: string | null;
    coverage: string;
  }>;
  ranked: number;
  criteria: readonly Criterion[];
  above: Neighbour;
  below: Neighbour;
}>;

const rounded = (decimal: string | null): string => exact(decimal, 3);

/** What all who count give: one rating, or the mean of several with how far they lie apart. */
const given = (value: string, { assessors, lowest, highest, spread }: Rated): string =>
  assessors === 1
    ? `${exact(value, 2)}, rated by one assessor`
    : `${exact(value, 2)}, mean of ${assessors} assessors, ${lowest ?? '–'} to ${highest ?? '–'}, spread ${exact(spread, 1)}`;

const reported = ({ value, unit, scale, rated, missing, anchor }: Criterion): string => {
  if (missing !== null || value === null) return `missing: ${missing ?? 'no value'}`;
  const meaning = anchor
    ? `: counts ${rated ? exact(anchor.credit, 2) : anchor.credit} of ${anchor.maximum}. ${anchor.meaning}`
    : '';
  if (rated) return `${given(value, rated)}${meaning}`;
  return `reported ${measuredInWords(value, unit)}${scale === null ? '' : ` (${scale})`}${meaning}`;
};

type Telling = Readonly<{ timeZone: string; width: number; named: (text: string) => string }>;

const eventOf = (origin: Origin, timeZone: string): string =>
  origin ? ` (event ${origin.number} of ${dayOf(origin.date, timeZone)})` : '';

const ratingLines = ({ ratings, notCounted }: Rated, { timeZone, width, named }: Telling): string[] => {
  const told = ({ assessor, points, meaning, reason, origin }: Rating) =>
    `${named(assessor)}: ${points} (${meaning}) “${reason}”${eventOf(origin, timeZone)}`;
  return [
    ...ratings.map(told),
    ...notCounted.map(
      (one) =>
        `${told(one)}, not counted: now its ${one.because}${one.since ? `, since event ${one.since.number}` : ''}`,
    ),
  ].flatMap((line) => paragraph(line, { first: '      ', width }));
};

const criterionLines = (criterion: Criterion, telling: Telling): string[] => {
  const { timeZone, width } = telling;
  const { name, weight, direction, contribution, rated, origin, figures } = criterion;
  const adds = contribution === null ? 'adds nothing' : `adds ${rounded(contribution)}`;
  const less = direction === 'cost' ? ', less is better' : '';
  return [
    ...paragraph(`${name} (weight ${percent(weight)}${less}): ${adds}`, { first: '  ', width }),
    ...paragraph(reported(criterion), { first: '    ', width }),
    ...(rated ? ratingLines(rated, telling) : []),
    ...(origin
      ? [
          `    from event ${origin.number} of ${dayOf(origin.date, timeZone)}`,
          `      ${origin.stream} revision ${origin.revision}`,
        ]
      : []),
    ...figures
      .flatMap((figure) => leftOutInWords(figure) ?? [])
      .flatMap((sentence) => paragraph(sentence, { first: '    ', width })),
  ];
};

const neighbourLines = (label: string, neighbour: Neighbour, width: number): string[] =>
  neighbour
    ? paragraph(`${neighbour.rank}. ${neighbour.name} (${rounded(neighbour.score)})`, {
        first: `  ${label}: `,
        width,
      })
    : [];

/** An explanation for a terminal: each criterion with its value, its anchor and where it came from. */
export const explanation = (
  answer: ExplainAnswer,
  timeZone: string,
  {
    swaps = [],
    width = pageWidth(),
    named = (text) => text,
  }: Readonly<{ swaps?: readonly string[]; width?: number; named?: (text: string) => string }> = {},
): string => {
  const { asOf, portfolio, model, notices, row, ranked, criteria, above, below } = answer;
  const stands =
    row.rank === null ? 'stands unranked' : `stands ${row.rank} of ${ranked}, score ${rounded(row.score)}`;
  return [
    ...paragraph(`${row.name} ${stands}`, { first: '', width }),
    ...paragraph(row.reason, { first: '  ', width }),
    ...paragraph(`${portfolio.name}, ranked by ${model.name}, as of ${momentInWords(asOf, timeZone)}`, {
      first: '  ',
      width,
    }),
    ...notices.flatMap(({ text }) => paragraph(text, { first: '  note: ', width })),
    '',
    ...criteria.flatMap((criterion) => criterionLines(criterion, { timeZone, width, named })),
    ...(above || below ? [''] : []),
    ...neighbourLines('above', above, width),
    ...neighbourLines('below', below, width),
    ...(swaps.length > 0 ? [''] : []),
    ...swaps.flatMap((sentence) => paragraph(named(sentence), { first: '  ', width })),
    '',
  ].join('\n');
};
