import { dayOf } from '@docket/kernel';
import { pageWidth, paragraph } from './columns';
import { measured, percent, rounded } from './figures';
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

const reported = ({ value, unit, scale, missing, anchor }: Criterion): string => {
  if (missing !== null || value === null) return `missing: ${missing ?? 'no value'}`;
  const meaning = anchor ? `: ${anchor.points} of ${anchor.maximum} on its scale. ${anchor.meaning}` : '';
  return `reported ${measured(value, unit)}${scale === null ? '' : ` (${scale})`}${meaning}`;
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
export const explanation = (answer: ExplainAnswer, timeZone: string, width = pageWidth()): string => {
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
    '',
  ].join('\n');
};
