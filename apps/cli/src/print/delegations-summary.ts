import { pageWidth, paragraph } from './columns';

type Note = Readonly<{ file: string; line: number | null; field: string; value: string; reason: string }>;

type Step = Readonly<{
  line: number;
  holder: string;
  does: 'grant' | 'change' | 'nothing' | 'refuse';
  differs: readonly string[];
}>;

/** What the import of a scheme of delegation answers. */
export type DelegationsAnswer = Readonly<{
  result: 'imported' | 'tried' | 'refused' | 'stopped';
  file: string;
  rows: number;
  granted: number;
  changed: number;
  unchanged: number;
  revoked: number;
  refused: readonly Note[];
  steps: readonly Step[];
  missing: readonly Readonly<{ holder: string; kinds: readonly string[] | null; isRevoked: boolean }>[];
  notices: readonly Note[];
}>;

const SAID: Readonly<Record<DelegationsAnswer['result'], string>> = {
  imported: '',
  tried: 'Only tried: nothing was done. Done, it would be',
  refused: 'Nothing was done.',
  stopped: 'Stopped: the same command again goes on from there.',
};

const SHOWN = 40;

const noteLines = (notes: readonly Note[], width: number): readonly string[] => [
  ...notes.slice(0, SHOWN).flatMap(({ file, line, field, value, reason }) =>
    paragraph(`${file}${line === null ? '' : `:${line}`} ${field} ${JSON.stringify(value)}: ${reason}`, {
      ...{ first: '  ', width },
    }),
  ),
  ...(notes.length > SHOWN ? [`  … and ${notes.length - SHOWN} more; --json lists all of them`] : []),
];

const stepLines = (steps: readonly Step[], width: number): readonly string[] =>
  steps
    .filter(({ does }) => does === 'grant' || does === 'change')
    .slice(0, SHOWN)
    .flatMap(({ line, holder, does, differs }) =>
      paragraph(
        does === 'grant'
          ? `line ${line}: ${holder}: granted`
          : `line ${line}: ${holder}: changed in ${differs.join(', ')}`,
        { first: '  ', width },
      ),
    );

const missingLines = ({ missing }: DelegationsAnswer, width: number): readonly string[] =>
  missing.flatMap(({ holder, kinds, isRevoked }) =>
    paragraph(
      `no row names the grant to ${holder} for ${kinds?.join(', ') ?? 'every kind'}: ${isRevoked ? 'revoked' : 'it stays; --revoke-missing revokes it'}`,
      { first: '  ', width },
    ),
  );

/** What became of a scheme of delegation, row by row as far as something changes, and what was refused. */
export const delegationsSummary = (answer: DelegationsAnswer, width = pageWidth()): string => {
  const { result, rows, granted, changed, unchanged, revoked, refused, steps, notices } = answer;
  const counts = `${rows} rows: ${granted} granted (${changed} of them changed), ${unchanged} unchanged; ${revoked} grants revoked.`;
  return [
    ...(SAID[result] === '' ? [] : [SAID[result]]),
    counts,
    ...(result === 'refused' ? [] : stepLines(steps, width)),
    ...missingLines(answer, width),
    ...(refused.length > 0 ? ['Refused:', ...noteLines(refused, width)] : []),
    ...(notices.length > 0 ? ['To know:', ...noteLines(notices, width)] : []),
    '',
  ].join('\n');
};
