import type { Position } from '@docket/kernel';
import type { Connection } from './connection';
import type { Reading } from './reading';

/** What a follower needs to know of its log. */
export type Followed = Readonly<{
  connection: Connection;
  reading: Reading;
  /** Every stream of the installation begins so. */
  prefix: string;
  isOurs: (stream: string) => boolean;
  /** The position before which there is nothing of ours. */
  birth: () => Promise<Position>;
  /** Told about each break; it is survived. */
  onBreak: (reason: unknown) => void;
}>;
