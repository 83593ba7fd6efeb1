import { pageWidth, paragraph } from './columns';

/** What an import answers. */
export type ImportAnswer = Readonly<{
  rows: number;
  recorded: number;
  unchanged: number;
  doubtful: readonly Readonly<{ file: string; line: number; field: string; value: string; reason: string }>[];
}>;

const SHOWN = 20;

/** The figures of an import, and what was not taken as it stands, line by line. */
export const importSummary = (
  { rows, recorded, unchanged, doubtful }: ImportAnswer,
  width = pageWidth(),
): string => {
  const lines = doubtful
    .slice(0, SHOWN)
    .flatMap(({ file, line, field, value, reason }) =>
      paragraph(`${file}:${line} ${field} ${JSON.stringify(value)}: ${reason}`, { first: '  ', width }),
    );
  const rest =
    doubtful.length > SHOWN ? [`  … and ${doubtful.length - SHOWN} more; --json lists all of them`] : [];
  return [
    `${rows} dated rows: ${recorded} recorded, ${unchanged} unchanged.`,
    ...(doubtful.length > 0
      ? [`${doubtful.length} doubtful ${doubtful.length > 1 ? 'fields' : 'field'}:`, ...lines, ...rest]
      : []),
    '',
  ].join('\n');
};
