import { unreachable } from '@docket/kernel';
import type { AlignmentEvent } from './alignment.events';

/** How strongly the component serves one objective, as it stands. */
export type Contribution = Readonly<{
  status: 'claimed' | 'confirmed' | 'withdrawn';
  level: number;
  reason: string;
  /** Whether a level stands that the PMO confirmed; a claim made anew waits beside it. */
  isConfirmed: boolean;
  /** Who claimed it last. */
  claimedBy: string;
}>;

/** What one component is said to serve, by objective; without a portfolio while nothing was claimed. */
export type AlignmentState = Readonly<{
  portfolioId?: string;
  contributions: ReadonlyMap<string, Contribution>;
}>;

export const initialState = (): AlignmentState => ({ contributions: new Map() });

const changed = (
  state: AlignmentState,
  objectiveId: string,
  change: Partial<Contribution>,
): AlignmentState => {
  const now = state.contributions.get(objectiveId);
  if (!now) return state;
  return { ...state, contributions: new Map(state.contributions).set(objectiveId, { ...now, ...change }) };
};

export const evolve = (state: AlignmentState, event: AlignmentEvent): AlignmentState => {
  const { portfolioId, objectiveId, reason } = event.data;
  switch (event.type) {
    case 'ContributionClaimed': {
      const { level, claimedBy } = event.data;
      const isConfirmed = state.contributions.get(objectiveId)?.isConfirmed ?? false;
      const claimed = { status: 'claimed', level, reason, claimedBy, isConfirmed } as const;
      return { portfolioId, contributions: new Map(state.contributions).set(objectiveId, claimed) };
    }
    case 'ContributionConfirmed':
      return changed(state, objectiveId, {
        ...{ status: 'confirmed', level: event.data.level, reason },
        isConfirmed: true,
      });
    case 'ContributionWithdrawn':
      return changed(state, objectiveId, { status: 'withdrawn', reason, isConfirmed: false });
    default:
      return unreachable(event);
  }
};
