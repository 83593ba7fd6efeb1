import type { Change, Instant, Metadata, Recorded } from '@docket/kernel';
import { windowsAbove } from './domain/motion/afterwards';
import type {
  AfterDecision,
  CallInWindowClosed,
  DecisionCalledIn,
  DecisionRatified,
  DecisionSuperseded,
} from './domain/motion';
import type { AfterwardsJson, MotionRow, SeenJson } from './governance.tables';

type Changing = (
  event: Recorded<AfterDecision>,
  to: (row: MotionRow) => MotionRow,
) => readonly Change<MotionRow>[];

const momentOf = ({ knownAt, recordedAt }: Metadata): Instant => knownAt ?? recordedAt;

const seenIn = ({ data, meta }: Recorded<DecisionCalledIn | DecisionRatified>): SeenJson => {
  const { bodyId, grantId, reason } = data;
  return { bodyId, grantId, reason, at: momentOf(meta), by: meta.actor };
};

/** What is said of a decision after it was recorded; a motion without one does not know of it. */
const changed =
  (to: (afterwards: AfterwardsJson) => AfterwardsJson) =>
  (row: MotionRow): MotionRow => {
    if (!row.afterwards) throw new Error(`Something was said of a decision on ${row.project_id} before it.`);
    return { ...row, afterwards: to(row.afterwards) };
  };

/** What these events do to the row of their motion. */
export const onAfterDecision = (change: Changing) => ({
  DecisionCalledIn: (event: Recorded<DecisionCalledIn>) =>
    change(
      event,
      changed((before) => ({ ...before, open: [], calledIn: seenIn(event) })),
    ),
  DecisionRatified: (event: Recorded<DecisionRatified>) =>
    change(
      event,
      changed((before) => ({
        ...before,
        open: windowsAbove(before.open, event.data),
        ratified: [...before.ratified, seenIn(event)],
      })),
    ),
  CallInWindowClosed: (event: Recorded<CallInWindowClosed>) =>
    change(
      event,
      changed((before) => ({ ...before, open: [], closedAt: event.data.endedAt })),
    ),
  DecisionSuperseded: (event: Recorded<DecisionSuperseded>) => {
    const { by, outcome } = event.data;
    const superseded = { by, outcome, at: momentOf(event.meta) };
    return change(
      event,
      changed((before) => ({ ...before, open: [], superseded })),
    );
  },
});
