import type { Instant } from '@docket/kernel';
import type { ProjectRow } from './project.tables';

/** Within how many days of 24 hours after a decision has ended the work its closure report is due: a monthly meeting, whenever it was. */
export const CLOSURE_DAYS = 30;
const DAY_MS = 86_400_000;

/** By when a closure report is due, of work that was completed or killed; null of all else. */
export const closureDue = ({
  status,
  status_since,
}: Pick<ProjectRow, 'status' | 'status_since'>): Instant | null =>
  status === 'completed' || status === 'killed'
    ? new Date(Date.parse(status_since) + CLOSURE_DAYS * DAY_MS).toISOString()
    : null;
