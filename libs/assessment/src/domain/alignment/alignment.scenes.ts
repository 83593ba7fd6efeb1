import type {
  AlignmentFacts,
  ClaimContribution,
  ConfirmContribution,
  WithdrawContribution,
} from './alignment.commands';
import type { ContributionClaimed, ContributionConfirmed, ContributionWithdrawn } from './alignment.events';

/** A bridge, proposed by ada, sponsored by grace, managed by linus; otto and olga are of the PMO. */
export const facts: AlignmentFacts = {
  portfolio: { status: 'open', history: 'settled' },
  component: {
    portfolioId: 'city',
    name: 'North bridge',
    status: 'proposed',
    stands: true,
    people: ['ada', 'grace', 'linus'],
    declined: ['edith'],
  },
  objective: { name: 'No lorry turns back', status: 'active' },
};
const of = { projectId: 'bridge', objectiveId: 'limits' };
const ids = { portfolioId: 'city', ...of };
const scale = 'contribution-1';

export const claim = (
  level: number,
  reason = 'It lifts three.',
  gathered: Partial<AlignmentFacts> = {},
): ClaimContribution => ({
  type: 'ClaimContribution',
  data: { ...of, ...facts, ...gathered, level, reason },
});
export const confirm = (
  level: number,
  reason = 'Checked.',
  gathered: Partial<AlignmentFacts> = {},
): ConfirmContribution => ({
  type: 'ConfirmContribution',
  data: { ...of, ...facts, ...gathered, level, reason },
});
export const withdraw = (
  reason = 'Out of scope.',
  gathered: Partial<AlignmentFacts> = {},
): WithdrawContribution => ({
  type: 'WithdrawContribution',
  data: { ...of, ...facts, ...gathered, reason },
});

export const claimed = (
  level: number,
  claimedBy = 'ada',
  reason = 'It lifts three.',
): ContributionClaimed => ({
  type: 'ContributionClaimed',
  data: { ...ids, scale, level, reason, claimedBy },
});
export const confirmed = (
  level: number,
  reason = 'Checked.',
  confirmedBy = 'otto',
): ContributionConfirmed => ({
  type: 'ContributionConfirmed',
  data: { ...ids, scale, level, reason, confirmedBy },
});
export const withdrawn = (withdrawnBy = 'ada'): ContributionWithdrawn => ({
  type: 'ContributionWithdrawn',
  data: { ...ids, reason: 'Out of scope.', withdrawnBy },
});
