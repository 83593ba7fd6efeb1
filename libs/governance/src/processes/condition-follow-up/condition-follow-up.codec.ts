import { defineCodec } from '@docket/kernel';
import type { ConditionFollowUpEvent } from './condition-follow-up.events';

/** How the events of the follow-up of conditions are stored. */
export const codec = defineCodec<ConditionFollowUpEvent>({
  versions: { ConditionFollowUpOpened: 1, ConditionFollowUpStepDone: 1, ConditionFollowUpStepRefused: 1 },
  upcasters: {
    'ConditionFollowUpOpened.v1': (data) => ({ type: 'ConditionFollowUpOpened', data }),
    'ConditionFollowUpStepDone.v1': (data) => ({ type: 'ConditionFollowUpStepDone', data }),
    'ConditionFollowUpStepRefused.v1': (data) => ({ type: 'ConditionFollowUpStepRefused', data }),
  },
  words: {},
});
