import { refuse, type Refused } from '@docket/kernel';

/** Why a file cannot be read as a list. */
export type FileRefusal =
  | 'file-empty'
  | 'file-too-large'
  | 'file-encoding-broken'
  | 'file-not-a-list'
  | 'file-malformed'
  | 'column-missing';

/** Why lists cannot become history of a portfolio. */
export type HistoryRefusal = 'history-out-of-order' | 'history-from-the-future' | 'history-settled';

/** Every refusal of an import; `import-stopped` is the only one after which part of it is recorded. */
export type IntakeRefusal = FileRefusal | HistoryRefusal | 'import-under-way' | 'import-stopped';

/** Refuses a file by name, saying what is so and what would help. */
export const refuseFile = (code: FileRefusal, file: string, message: string): Refused<FileRefusal> =>
  refuse(code, `${file}: ${message}`);

export const isRefused = (value: object): value is Refused<IntakeRefusal> =>
  'outcome' in value && value.outcome === 'refused';
