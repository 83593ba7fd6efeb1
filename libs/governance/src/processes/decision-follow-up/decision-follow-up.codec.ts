import { defineCodec, type FirstVersions } from '@docket/kernel';
import type { Outcome } from '../../domain/motion';
import type { DecisionFollowUpEvent, DecisionFollowUpOpened } from './decision-follow-up.events';

type FirstOpened = Omit<DecisionFollowUpOpened['data'], 'decision'> &
  Readonly<{ decision?: Readonly<{ bodyId: string; outcome: Outcome }> }>;

type Stored =
  | FirstVersions<Exclude<DecisionFollowUpEvent, DecisionFollowUpOpened>>
  | Readonly<{ type: 'DecisionFollowUpOpened.v1'; data: FirstOpened }>
  | Readonly<{ type: 'DecisionFollowUpOpened.v2'; data: DecisionFollowUpOpened['data'] }>;

/** The first version let only the project follow. */
const fromFirst = ({ decision, ...opened }: FirstOpened): DecisionFollowUpOpened['data'] =>
  decision ? { ...opened, decision: { ...decision, grants: [], supersedes: null } } : opened;

/** How the events of a decision's follow-up are stored. */
export const codec = defineCodec<DecisionFollowUpEvent, Stored>({
  versions: { DecisionFollowUpOpened: 2, DecisionFollowUpStepDone: 1, DecisionFollowUpStepRefused: 1 },
  upcasters: {
    'DecisionFollowUpOpened.v1': (data) => ({ type: 'DecisionFollowUpOpened', data: fromFirst(data) }),
    'DecisionFollowUpOpened.v2': (data) => ({ type: 'DecisionFollowUpOpened', data }),
    'DecisionFollowUpStepDone.v1': (data) => ({ type: 'DecisionFollowUpStepDone', data }),
    'DecisionFollowUpStepRefused.v1': (data) => ({ type: 'DecisionFollowUpStepRefused', data }),
  },
  words: {},
});
