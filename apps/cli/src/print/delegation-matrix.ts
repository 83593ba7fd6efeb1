import { amountInWords } from '@docket/kernel';
import { fit, pageWidth, paragraph, wrapped } from './columns';
import { sheet, type AsOf } from './sheet';

type Limit = Readonly<{ amount: string; period: string }>;

type Grant = Readonly<{
  domains: readonly Readonly<{ name: string }>[] | null;
  outcomes: readonly string[] | null;
  perDecision: string | null;
  perPeriod: Limit | null;
}>;

type Tier = Readonly<{
  name: string;
  authority: 'granted' | 'full' | 'none';
  cells: readonly Readonly<{ kind: string | null; mayDecide: boolean; grants: readonly Grant[] }>[];
}>;

/** What the matrix of delegations answers, as far as a terminal shows it. */
export type MatrixAnswer = Readonly<{ asOf: AsOf; currency: string; tiers: readonly Tier[] }>;

const amount = (value: string): string => amountInWords('', value).trim();

const limitInWords = ({ domains, outcomes, perDecision, perPeriod }: Grant): string =>
  [
    perDecision === null ? 'without limit' : `up to ${amount(perDecision)}`,
    ...(perPeriod ? [`${amount(perPeriod.amount)} a ${perPeriod.period}`] : []),
    ...(domains ? [`in ${domains.map(({ name }) => name).join(', ')}`] : []),
    ...(outcomes ? [`for ${outcomes.join(', ')}`] : []),
  ].join(', ');

const KIND_WIDTH = 22;

const cellLines = ({ kind, grants }: Tier['cells'][number], width: number): readonly string[] => {
  const head = `  ${fit(kind ?? 'any other kind', KIND_WIDTH)}  `;
  return grants.flatMap((grant, at) =>
    wrapped(limitInWords(grant), width - head.length).map(
      (line, row) => `${at === 0 && row === 0 ? head : ' '.repeat(head.length)}${line}`,
    ),
  );
};

const NOTHING = { full: 'everything: nobody has limited it', none: 'nothing is in force for it' } as const;

const tierLines = ({ name, authority, cells }: Tier, width: number): readonly string[] => [
  ...paragraph(name, { first: '', width }),
  ...(authority === 'granted'
    ? cells.flatMap((cell) => cellLines(cell, width))
    : paragraph(NOTHING[authority], { first: '  ', width })),
];

/** The scheme of delegation for a terminal, from the lowest body to the highest. */
export const delegationMatrixPage = (
  { asOf, currency, tiers }: MatrixAnswer,
  { name, timeZone }: Readonly<{ name: string; timeZone: string }>,
  width = pageWidth(),
): string =>
  sheet(`${name}: who may decide what, in ${currency}`, asOf, {
    timeZone,
    width,
    lines: tiers.length === 0 ? ['There is no body yet.'] : tiers.flatMap((tier) => tierLines(tier, width)),
  });
