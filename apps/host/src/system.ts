import type {
  CommandRuntime,
  Event,
  EventStore,
  Instant,
  JobQueue,
  Leases,
  LiveReadModel,
  Position,
  ReadModels,
  Recorded,
  Records,
  StoredEvent,
} from '@docket/kernel';
import type { Settings } from './settings';

/** What this process does: serve, project and react, or all of it (embedded). */
export type Part = 'all' | 'api' | 'worker';

/** What does not answer although it is needed. */
export type Unanswered = 'read-model' | 'event-store';

/** How the read model stands in this process's eyes. */
export type ProjectionStatus = Readonly<{
  /** `elsewhere`: another process projects, and only how far it has come is known here. */
  state: 'starting' | 'catching-up' | 'live' | 'stopped' | 'elsewhere';
  /** Null while the read model does not answer. */
  number: number | null;
  /**
   * Events recorded but not yet readable (`atLeast` where there are more than were counted), and how old the oldest of them is;
   * null while the read model or the event store does not answer.
   */
  lag: Readonly<{ events: number; atLeast?: boolean; seconds: number }> | null;
  /** Absent while both answer. */
  unanswered?: readonly Unanswered[];
  /** Its tables were dropped, and are not made anew yet. */
  isGone?: true;
  error?: string;
}>;

/** Told of long work: what it is, how far it has come and how far it goes. */
export type Progress = (step: Readonly<{ what: string; done: number; total?: number }>) => void;

/** What a backup folder says of itself. */
export type BackupManifest = Readonly<{
  log: string;
  installation: string;
  position: Position | null;
  takenAt: string;
  files: readonly string[];
}>;

/** Told of what somebody has to look at, and without an error that it is over; a system goes on where it can. */
export type Trouble = (what: string, error?: unknown) => void;

/** How the processes stand: where one has failed, all are ended, and after a minute begun anew. */
export type ReactionsStatus = Readonly<{
  state: 'running' | 'stopped' | 'failed';
  /** Instances with a step that could not be ended yet. */
  unfinished: number;
  error?: string;
}>;

/** Who leads something in an installation of several processes. */
export type Leader = Readonly<{
  /** The process that leads; null while nobody does. */
  process: string | null;
  /** Since when it leads; null while nobody does, or nobody ever did. */
  since: Instant | null;
  /** Seconds since a leader was last heard of; null where nobody ever led. */
  silentSeconds: number | null;
  /** Why the last leader gave up, where it said so. */
  resignedFor?: string;
}>;

/** Who leads the projections of this definition version, and who the processes. */
export type Leaders = Readonly<{ projections: Leader; reactions: Leader }>;
/**
 * Whether the job queue answers and keeps jobs, and why not where it says so; how many jobs it has given up: for somebody to look at,
 * nothing waits for it.
 */
export type JobsStatus = Readonly<
  { state: 'answering'; dead: number } | { state: 'unavailable'; error?: string }
>;

/** The first event that the read model does not hold: when it was recorded, and the last number before it (0: none). */
export type FirstUnread = Readonly<{ recordedAt: Instant; number: number }>;

/** The adapters of a profile, opened. */
export type Adapters = Readonly<{
  store: EventStore;
  readModels: ReadModels;
  records: Records;
  /** Who leads what in this installation. */
  leases: Leases;
  /** Wakes us up; no part of a backup, since what is due is found again from the log. */
  jobs: JobQueue;
  /** Opens an empty read model nobody else sees, for a replay; dropped on close. */
  scratchReadModels: () => Promise<ReadModels & AsyncDisposable>;
  /** Copies log and records into a new folder, consistently, while running; only the embedded profile can. */
  backup?: (to: string) => Promise<BackupManifest>;
  close: () => Promise<void>;
}>;

/** What was dropped, by the names of the builds (`d1-2`); or who leads the projections of another release, and was left in peace. */
export type OthersDropped =
  | Readonly<{ dropped: readonly string[] }>
  | Readonly<{ runs: Readonly<{ definition: string; process: string }> }>;

/** A running Docket without a door: ports, runtime and the reading side. */
export interface System extends AsyncDisposable {
  readonly settings: Settings;
  readonly adapters: Adapters;
  readonly runtime: CommandRuntime;
  readonly live: LiveReadModel;
  readonly logId: string;
  readonly definition: string;
  decode(stored: StoredEvent): Recorded<Event>;
  projection(): Promise<ProjectionStatus>;
  /** Why the projections of this definition have stopped by themselves, here or where they are led: what is read now is not what is. */
  stoppedBy(): Promise<unknown>;
  /** The first event that the read model does not hold yet, as it was seen within the last second; `undefined` where none is known. */
  firstUnread(): Promise<FirstUnread | undefined>;
  /** The processes, where this process runs them. */
  reactions(): ReactionsStatus | undefined;
  /** Who leads, where several processes share the work (the server profile). @throws LeasesUnavailable */
  leaders(): Promise<Leaders | undefined>;
  jobs(): Promise<JobsStatus>;
  /** Waits until the read model holds what stands at this position. @throws ReadModelBehind */
  waitFor(position: Position, timeoutMs: number): Promise<void>;
  /** Resolves when all that is recorded by an instant of the past can be read. @throws ReadModelBehind */
  settled(at: Instant): Promise<void>;
  /** Builds the read model anew beside the live one and switches to it. */
  rebuild(onProgress: Progress): Promise<Readonly<{ events: number }>>;
  /** Drops the read models of other releases, unless one of them runs. @throws LeasesUnavailable | ReadModelUnavailable */
  dropOthers(): Promise<OthersDropped>;
  /** Folds the whole log into a scratch read model and asks `question` with that in the place of the live one. */
  replay<T>(
    question: () => Promise<T>,
    onProgress: Progress,
  ): Promise<Readonly<{ answer: T; events: number }>>;
}

/** Injection token of the `System`. */
export const SYSTEM = Symbol('System');
