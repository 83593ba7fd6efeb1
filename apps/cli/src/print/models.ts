import { dayOf } from '@docket/kernel';
import { fit, pageWidth, paragraph } from './columns';
import { sheet, type AsOf } from './sheet';

type Model = Readonly<{
  id: string;
  name: string;
  status: string;
  publishedAt: string | null;
  effectiveFrom: string | null;
  retiredAt: string | null;
  remarks: readonly Readonly<{ text: string }>[];
}>;

/** The scoring models of a portfolio, as far as a terminal shows them. */
export type ModelsAnswer = Readonly<{ asOf: AsOf; rows: readonly Model[] }>;

const STATUS = 'published'.length;
const DAY = 'in force from'.length;

/** What a reader could miss in the numbers of a model, under its line. */
const remarked = ({ remarks }: Model, width: number): readonly string[] =>
  remarks.flatMap(({ text }) => paragraph(text, { first: '  ', width }));

const line = (model: Model, timeZone: string, width: number): string => {
  const { name, status, publishedAt, effectiveFrom, retiredAt } = model;
  const from = effectiveFrom ?? (publishedAt === null ? '–' : dayOf(publishedAt, timeZone));
  const until = retiredAt === null ? '' : `  until ${dayOf(retiredAt, timeZone)}`;
  return `${fit(name, width - STATUS - DAY - 22)}  ${fit(status, STATUS)}  ${fit(from, DAY)}${until}`.trimEnd();
};

/** One line for each model: its name, its status, and since when rankings use it; below it what is remarkable of it. */
export const modelsTable = (
  { asOf, rows }: ModelsAnswer,
  { name, timeZone }: Readonly<{ name: string; timeZone: string }>,
): string => {
  const width = pageWidth();
  const head = `${fit('model', width - STATUS - DAY - 22)}  ${fit('status', STATUS)}  in force from`;
  const lines =
    rows.length === 0
      ? ['No model had been drafted by then.']
      : [head, ...rows.flatMap((model) => [line(model, timeZone, width), ...remarked(model, width)])];
  return sheet(`${name}, its scoring models`, asOf, { timeZone, lines });
};
