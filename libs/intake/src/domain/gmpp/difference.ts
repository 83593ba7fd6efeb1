import type { DatedRow, Description, Report } from './dated-row';

type Texts = Readonly<Record<string, string | undefined>>;

/** Free text for comparison: what differs only in signs, blanks or encoding does not differ. */
const letters = (text: string | undefined): string => (text ?? '').toLowerCase().replace(/[^a-z0-9]+/g, '');

const factsOf = ({ figures, confidence }: Report): Texts => ({
  ...figures,
  rating: confidence && `${confidence.scale} ${confidence.rating}`,
});

const wordsOf = (described: Description, { narrative }: Report): Texts => ({ ...described, narrative });

const differing = (said: Texts, recorded: Texts, form: (text: string | undefined) => string) =>
  Object.entries(said).flatMap(([field, text]) =>
    text !== undefined && form(text) !== form(recorded[field]) ? [{ field, text }] : [],
  );

/** What a row says otherwise than is recorded of its project for its year; what it leaves unsaid is no difference. */
export const differences = (
  { described, report }: DatedRow,
  recorded: Readonly<{ described: Description; report: Report }>,
): readonly Readonly<{ field: string; text: string }>[] => [
  ...differing(factsOf(report), factsOf(recorded.report), (text) => text ?? ''),
  ...differing(wordsOf(described, report), wordsOf(recorded.described, recorded.report), letters),
];

/** What a row describes otherwise than before; what it leaves unsaid stays as it was. */
export const redescription = (said: Description, before: Description | undefined): Partial<Description> => {
  const known: Texts = before ?? {};
  return Object.fromEntries(
    Object.entries(said).filter(([field, text]) => text !== undefined && text !== known[field]),
  );
};
