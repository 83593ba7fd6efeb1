import { unreachable } from '@docket/kernel';
import type { AfterDecision, CallInWindow, DecisionRecorded } from './motion.events';

/**
 * What became of a decision. `open`: the windows nobody has ended yet, in the order of its grants; whether their time has come, the instant says. `calledInBy`:
 * the body that called it in, kept also once it has decided anew.
 */
export type Afterwards = Readonly<{
  open: readonly CallInWindow[];
  calledInBy: string | null;
  supersededBy: string | null;
}>;

/** A decision as it is recorded. */
export const asDecided = ({ callIn }: Pick<DecisionRecorded['data'], 'callIn'>): Afterwards => ({
  open: callIn,
  calledInBy: null,
  supersededBy: null,
});

/** The windows that stay open when a body lets a decision stand: those of the bodies above it in the chain. */
export const windowsAbove = (
  open: readonly CallInWindow[],
  { grantId }: Readonly<{ grantId: string }>,
): readonly CallInWindow[] => open.slice(open.findIndex((one) => one.grantId === grantId) + 1);

/** What became of a decision after something was said of it. */
export const afterwardsOf = (before: Afterwards, event: AfterDecision): Afterwards => {
  switch (event.type) {
    case 'DecisionCalledIn':
      return { ...before, open: [], calledInBy: event.data.bodyId };
    case 'DecisionRatified':
      return { ...before, open: windowsAbove(before.open, event.data) };
    case 'CallInWindowClosed':
      return { ...before, open: [] };
    case 'DecisionSuperseded':
      return { ...before, open: [], supersededBy: event.data.by };
    default:
      return unreachable(event);
  }
};

/** Whether a decision stands, waits for the body that called it in, or has another in its place. */
export type DecisionStanding = 'in-force' | 'called-in' | 'superseded';

/** How a decision stands. */
export const standingOfDecision = ({
  calledInBy,
  supersededBy,
}: Pick<Afterwards, 'calledInBy' | 'supersededBy'>): DecisionStanding =>
  supersededBy !== null ? 'superseded' : calledInBy !== null ? 'called-in' : 'in-force';
