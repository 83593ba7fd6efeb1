import { dayOf, Decimal, measuredInWords, percent, rounded as exact } from '@docket/kernel';
import { pageWidth, paragraph } from './columns';
import { momentInWords } from './moment';

type Origin = Readonly<{ eventId: string; stream: string; revision: number; date: string | null }> | null;

type Criterion = Readonly<{
  name: string;
  weight: string;
  direction: string;
  unit: string | null;
  value: string | null;
  scale: string | null;
  missing: string | null;
  anchor: Readonly<{ points: string; maximum: string; meaning: string }> | null;
  contribution: string | null;
  origin: Origin;
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

/** What a step of a scale counts: its points, or what they leave of the maximum where less is better. */
const creditOf = ({ points, maximum }: NonNullable<Criterion['anchor']>, direction: string): string =>
  direction === 'cost' ? Decimal.of(maximum).minus(Decimal.of(points)).toString() : points;

const reported = ({ value, unit, scale, missing, anchor, direction }: Criterion): string => {
  if (missing !== null || value === null) return `missing: ${missing ?? 'no value'}`;
  const meaning = anchor
    ? `: counts ${creditOf(anchor, direction)} of ${anchor.maximum}. ${anchor.meaning}`
    : '';
  return `reported ${measuredInWords(value, unit)}${scale === null ? '' : ` (${scale})`}${meaning}`;
};

const criterionLines = (criterion: Criterion, timeZone: string, width: number): string[] => {
  const { name, weight, direction, contribution, origin } = criterion;
  const adds = contribution === null ? 'adds nothing' : `adds ${rounded(contribution)}`;
  const less = direction === 'cost' ? ', less is better' : '';
  return [
    ...paragraph(`${name} (weight ${percent(weight)}${less}): ${adds}`, { first: '  ', width }),
    ...paragraph(reported(criterion), { first: '    ', width }),
    ...(origin
      ? [
          `    from event ${origin.eventId}${origin.date ? ` of ${dayOf(origin.date, timeZone)}` : ''}`,
          `      ${origin.stream} revision ${origin.revision}`,
        ]
      : []),
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
  { swaps = [], width = pageWidth() }: Readonly<{ swaps?: readonly string[]; width?: number }> = {},
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
    ...criteria.flatMap((criterion) => criterionLines(criterion, timeZone, width)),
    ...(above || below ? [''] : []),
    ...neighbourLines('above', above, width),
    ...neighbourLines('below', below, width),
    ...(swaps.length > 0 ? [''] : []),
    ...swaps.flatMap((sentence) => paragraph(sentence, { first: '  ', width })),
    '',
  ].join('\n');
};
