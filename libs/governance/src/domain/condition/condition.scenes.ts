import type { ConditionLapsed, ConditionMet, ConditionSet, ConditionWaived } from './condition.events';

/** A condition that pam answers for, set by the board on a project of others. */
export const survey: ConditionSet = {
  type: 'ConditionSet',
  data: {
    ...{ conditionId: 'condition', portfolioId: 'portfolio', motionId: 'motion', bodyId: 'board' },
    ...{ projectId: 'project', index: 0, owner: 'pam', due: '2026-04-01', consequence: 'hold' },
    ...{ dueUntil: '2026-04-01T23:00:00.000Z', confirmableUntil: '2026-04-15T23:00:00.000Z' },
    ...{ what: 'The survey is published.', evidence: 'The signed report.' },
  },
};

const OVER = '2026-04-01T23:00:00.000Z';

export const met: ConditionMet = {
  type: 'ConditionMet',
  data: { conditionId: 'condition', finding: 'Read.' },
};
export const waived: ConditionWaived = {
  type: 'ConditionWaived',
  data: { conditionId: 'condition', reason: 'The route moved.' },
};
export const lapsed = (lapsedAt = OVER, unconfirmed = false): ConditionLapsed => ({
  type: 'ConditionLapsed',
  data: { conditionId: 'condition', lapsedAt, consequence: 'hold', unconfirmed },
});
