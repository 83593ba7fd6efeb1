import { problemDocument, Refused, type ProblemDocument } from './problem';

/** How a command ended that did not end well. */
export type Failure = Readonly<{ exitCode: 1 | 2; problem: ProblemDocument }>;

type Kind = Readonly<{ exitCode: 1 | 2; code: string; title: string; status: number }>;

/** Errors by name, not by class: to say "usage" nothing but the usage has to be loaded. */
const kinds: Readonly<Record<string, Kind>> = {
  WrongUsage: { exitCode: 2, code: 'usage', title: 'Not as the usage says', status: 400 },
  WrongSettings: { exitCode: 2, code: 'settings', title: 'Settings wrong', status: 400 },
  InstallationDiffers: { exitCode: 2, code: 'settings', title: 'Settings wrong', status: 400 },
  ServersUnusable: { exitCode: 2, code: 'servers-unusable', title: 'Servers not usable', status: 503 },
  FolderUnusable: { exitCode: 2, code: 'folder-unusable', title: 'Data folder not usable', status: 400 },
  FolderOwned: { exitCode: 1, code: 'folder-owned', title: 'Data folder in use', status: 409 },
  BackupRefused: { exitCode: 1, code: 'backup-refused', title: 'Backup refused', status: 409 },
  CopyPlaceRefused: { exitCode: 1, code: 'copy-place-refused', title: 'Cannot be copied', status: 409 },
  StoreUnavailable: { exitCode: 1, code: 'store-unavailable', title: 'Store not available', status: 503 },
  StoreFull: { exitCode: 1, code: 'disk-full', title: 'Disk full', status: 507 },
  OutcomeUnknown: { exitCode: 1, code: 'outcome-unknown', title: 'Outcome unknown', status: 503 },
  RecordsUnavailable: {
    exitCode: 1,
    code: 'records-unavailable',
    title: 'Records not available',
    status: 503,
  },
  DatabaseUnavailable: {
    exitCode: 1,
    code: 'records-unavailable',
    title: 'Records not available',
    status: 503,
  },
  UnsuitableDatabase: { exitCode: 2, code: 'settings', title: 'Settings wrong', status: 400 },
  RecordDamaged: { exitCode: 1, code: 'record-damaged', title: 'Record damaged', status: 409 },
  ReadModelUnusable: {
    exitCode: 1,
    code: 'read-model-unusable',
    title: 'Read model not usable',
    status: 409,
  },
  EventNotApplied: { exitCode: 1, code: 'event-not-applied', title: 'Event not applied', status: 409 },
  UnsafeDatabase: { exitCode: 1, code: 'database-unusable', title: 'Database not usable', status: 409 },
};

const INTERNAL: Kind = { exitCode: 1, code: 'internal', title: 'Unexpected', status: 500 };

/** What a store or a database said beneath an error of ours: that the disk is full, that nobody listens there. */
const beneath = (error: unknown): string | undefined => {
  // what it says of the whole holds; what lies beneath says it of one write
  if (error instanceof Error && error.name === 'StoreFull') return undefined;
  if (!(error instanceof Error) || !(error.cause instanceof Error)) return undefined;
  return beneath(error.cause) ?? error.cause.message;
};

const detailOf = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error);
  const cause = beneath(error);
  return cause === undefined || message.includes(cause) ? message : `${message} (${cause})`;
};

/** Any error as an exit code and a problem document. */
export const failureOf = (error: unknown): Failure => {
  if (error instanceof Refused) return { exitCode: 1, problem: error.problem };
  const { exitCode, ...kind } = (error instanceof Error ? kinds[error.name] : undefined) ?? INTERNAL;
  return {
    exitCode,
    problem: problemDocument({ ...kind, detail: detailOf(error) }),
  };
};
