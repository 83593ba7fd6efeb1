import { accept, firstRefusal, type DecisionContext, type Policy, type Verdict } from '@docket/kernel';
import { historyPolicies } from './history.policy';
import type { MustHaveLifted, MustHaveMarked } from './must-have.events';
import { isClose } from './own.policy';
import type { LiftMustHave, MarkMustHave, ProjectRefusal } from './project.commands';
import type { KnownProject } from './project.state';
import { stands } from './standing';

type Asked = Readonly<{ reason: string; state: KnownProject; context: DecisionContext }>;
type MustHavePolicy = Policy<Asked, ProjectRefusal>;

const competesForFunding: MustHavePolicy = ({ state: { name, status } }) =>
  stands(status)
    ? undefined
    : {
        code: 'project-not-competing',
        message: `"${name}" is ${status}: only what is proposed, authorised or held competes for funding.`,
      };

const isNotTheirOwn: MustHavePolicy = ({ state, context: { actor } }) =>
  isClose(state, actor)
    ? {
        code: 'own-component',
        message: `${actor} proposed, sponsors or manages "${state.name}", declined to, or has an interest in it: somebody else says that it has to be.`,
      }
    : undefined;

const saysWhy: MustHavePolicy = ({ reason }) =>
  reason.trim() === ''
    ? {
        code: 'reason-blank',
        message: 'Say why: whoever stands below the funding line for it will ask.',
      }
    : undefined;

const isNoneYet: MustHavePolicy = ({ state: { name, mustHave } }) =>
  mustHave === undefined
    ? undefined
    : {
        code: 'must-have-already',
        message: `"${name}" is a must-have already, for another reason. Lift that first.`,
      };

const isOne: MustHavePolicy = ({ state: { name, mustHave } }) =>
  mustHave === undefined
    ? { code: 'not-a-must-have', message: `"${name}" is no must-have: there is nothing to lift.` }
    : undefined;

export const markMustHave = (
  { data: { reason, portfolio } }: MarkMustHave,
  state: KnownProject,
  context: DecisionContext,
): Verdict<MustHaveMarked, ProjectRefusal> => {
  if (state.mustHave === reason) return accept();
  return (
    firstRefusal([competesForFunding, isNotTheirOwn, saysWhy, isNoneYet], { reason, state, context }) ??
    firstRefusal(historyPolicies, { portfolio, context }) ??
    accept({ type: 'MustHaveMarked', data: { projectId: state.projectId, reason } })
  );
};

export const liftMustHave = (
  { data: { reason, portfolio } }: LiftMustHave,
  state: KnownProject,
  context: DecisionContext,
): Verdict<MustHaveLifted, ProjectRefusal> =>
  firstRefusal([competesForFunding, isNotTheirOwn, saysWhy, isOne], { reason, state, context }) ??
  firstRefusal(historyPolicies, { portfolio, context }) ??
  accept({ type: 'MustHaveLifted', data: { projectId: state.projectId, reason } });
