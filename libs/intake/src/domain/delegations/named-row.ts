import type { DecimalText, Instant } from '@docket/kernel';
import type { Column } from './columns';

/** What a row of a scheme says, with bodies and nodes by the names people use. null: without this limit. */
export type NamedTier = Readonly<{
  reference: string | null;
  holder: string;
  /** null: the portfolio. */
  grantedBy: string | null;
  /** The reference of the row it is a part of. */
  partOf: string | null;
  domains: readonly string[] | null;
  kinds: readonly string[] | null;
  outcomes: readonly string[] | null;
  perDecision: DecimalText | null;
  perPeriod: Readonly<{ amount: DecimalText; period: 'month' | 'quarter' | 'year' }> | null;
  from: Instant | null;
  /** Excluded. */
  until: Instant | null;
  maySubDelegate: boolean;
  callInHours: number | null;
}>;

/** A row as a file has it: the line it starts on, and its cells as they are written. */
export type NamedRow = NamedTier & Readonly<{ line: number; cells: ReadonlyMap<Column, string> }>;

/** What is said about one cell of a file. */
export type CellNote = Readonly<{ file: string; line: number; field: string; value: string; reason: string }>;
