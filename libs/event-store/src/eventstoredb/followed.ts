import type { Position } from '@docket/kernel';
import type { Connection } from './connection';
import type { Outage } from './outage';
import type { Patience } from './patience';
import type { Reading } from './reading';
import type { Truncations } from './truncation';

/** What a follower needs to know of its log. */
export type Followed = Readonly<{
  connection: Connection;
  reading: Reading;
  truncations: Truncations;
  /** Every stream of the installation begins so. */
  prefix: string;
  isOurs: (stream: string) => boolean;
  /** The position before which there is nothing of ours. */
  birth: (patience: Patience) => Promise<Position>;
  /** Milliseconds in which a subscription must have begun. */
  answerMs: number;
  /** Milliseconds of silence after which it is asked whether there is anything to say. */
  watchMs: number;
  /** Told about each break; it is survived. */
  onBreak: (reason: unknown) => void;
  /** Told about breaks that last. */
  outage: Outage;
  /** Told once about each stream that begins like ours and is none. */
  onStranger: (stream: string) => void;
}>;
