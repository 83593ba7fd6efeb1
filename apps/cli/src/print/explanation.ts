import { rounded } from './columns';

type Origin = Readonly<{ eventId: string; stream: string; revision: number; date: string | null }> | null;

/** What an explanation answers, as far as a terminal shows it. */
export type ExplainAnswer = Readonly<{
  asOf: Readonly<{ token: string; number: number; at: string }>;
  portfolio: Readonly<{ name: string }>;
  model: Readonly<{ name: string }>;
  notices: readonly Readonly<{ text: string }>[];
  row: Readonly<{ rank: number | null; reason: string; name: string; score: string | null; coverage: string }>;
  ranked: number;
  criteria: readonly Readonly<{
    name: string;
    weight: string;
    value: string | null;
    scale: string | null;
    missing: string | null;
    anchor: Readonly<{ points: string; maximum: string; meaning: string }> | null;
    contribution: string | null;
    origin: Origin;
  }>[];
  above: Readonly<{ rank: number; name: string; score: string }> | null;
  below: Readonly<{ rank: number; name: string; score: string }> | null;
}>;

const criterionLines = ({ name, weight, value, scale, missing, anchor, contribution, origin }: ExplainAnswer['criteria'][number]): string[] => [
  `  ${name} (weight ${weight}): ${contribution === null ? 'adds nothing' : `adds ${rounded(contribution)}`}`,
  missing === null
    ? `    reported ${value}${scale === null ? '' : ` on ${scale}`} → ${anchor?.points} of ${anchor?.maximum}: ${anchor?.meaning}`
    : `    missing: ${missing}`,
  ...(origin ? [`    from event ${origin.eventId} (${origin.stream} revision ${origin.revision}${origin.date ? `, ${origin.date.slice(0, 10)}` : ''})`] : []),
];

/** An explanation for a terminal: each criterion with its value, its anchor and where it came from. */
export const explanation = ({ asOf, portfolio, model, notices, row, ranked, criteria, above, below }: ExplainAnswer): string =>
  [
    row.rank === null ? `${row.name} stands unranked: ${row.reason}` : `${row.name} stands ${row.rank} of ${ranked}, score ${rounded(row.score)}`,
    ...(row.rank === null ? [] : [`  ${row.reason}`]),
    `  ${portfolio.name}, ranked by ${model.name}, as of ${asOf.at} (event ${asOf.number})`,
    ...notices.map(({ text }) => `  note: ${text}`),
    ...criteria.flatMap(criterionLines),
    ...(above ? [`  above: ${above.rank} ${above.name} (${rounded(above.score)})`] : []),
    ...(below ? [`  below: ${below.rank} ${below.name} (${rounded(below.score)})`] : []),
    '',
  ].join('\n');
