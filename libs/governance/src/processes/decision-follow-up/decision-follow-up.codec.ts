import { defineCodec } from '@docket/kernel';
import type { DecisionFollowUpEvent } from './decision-follow-up.events';

/** How the events of a decision's follow-up are stored. */
export const codec = defineCodec<DecisionFollowUpEvent>({
  versions: { DecisionFollowUpOpened: 1, DecisionFollowUpStepDone: 1, DecisionFollowUpStepRefused: 1 },
  upcasters: {
    'DecisionFollowUpOpened.v1': (data) => ({ type: 'DecisionFollowUpOpened', data }),
    'DecisionFollowUpStepDone.v1': (data) => ({ type: 'DecisionFollowUpStepDone', data }),
    'DecisionFollowUpStepRefused.v1': (data) => ({ type: 'DecisionFollowUpStepRefused', data }),
  },
  words: {},
});
