/** An event as a client proposes it. */
export type Proposed = Readonly<{
  id: string;
  type: string;
  isJson: boolean;
  data: Uint8Array;
  customMetadata: Uint8Array;
}>;

/** A change of a log, as its file holds it. */
export type Entry =
  | Readonly<{ kind: 'added'; stream: string; events: readonly Proposed[]; created: number }>
  | Readonly<{ kind: 'tombstoned'; stream: string; id: string; created: number }>;
