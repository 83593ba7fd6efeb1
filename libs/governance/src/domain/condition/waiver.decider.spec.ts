import { specFor } from '@docket/kernel/testing';
import { decider } from './condition.decider';
import type { ConditionCommand } from './condition.commands';
import { survey } from './condition.scenes';
import type { ConditionEvent } from './condition.events';

const { given } = specFor(decider);

const byDecision: ConditionCommand = {
  type: 'WaiveByDecision',
  data: { motionId: 'waiving', bodyId: 'board' },
};
const { conditionId } = survey.data;
const waived: ConditionEvent = {
  type: 'ConditionWaived',
  data: { conditionId, reason: 'Decided by body board on motion waiving.' },
};

describe('A condition that a body decided to waive', () => {
  it('is let go, with the motion as the reason', () => given(survey).when(byDecision).then(waived));
  it('is let go once: repeated, nothing changes', () => given(survey, waived).when(byDecision).thenNothing());
  it('is not, once it was met', () =>
    given(survey, { type: 'ConditionMet', data: { conditionId, finding: 'Read it.' } })
      .when(byDecision)
      .thenRefused('condition-not-open'));
  it('is not where there is none', () => given().when(byDecision).thenRefused('condition-unknown'));
});
