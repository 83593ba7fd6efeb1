import { accept, firstRefusal, type DecisionContext, type Policy, type Verdict } from '@docket/kernel';
import { historyPolicies } from './history.policy';
import type { PartDeclined, PartTakenUp } from './part.events';
import type { DeclinePart, ProjectRefusal, TakeUpPart } from './project.commands';
import type { KnownProject } from './project.state';
import { stands } from './standing';

type Asked = Readonly<{
  data: DeclinePart['data'] | TakeUpPart['data'];
  state: KnownProject;
  context: DecisionContext;
}>;
type PartPolicy = Policy<Asked, ProjectRefusal>;

const declinedItThemselves = ({ data: { part }, state, context: { actor } }: Asked): boolean =>
  state.declined.some((one) => one.part === part && one.personId === actor);

const isNamed: PartPolicy = ({ data: { part }, state, context: { actor } }) =>
  state[part] === actor
    ? undefined
    : {
        code: 'not-yours',
        message: `${actor} is not the ${part} of "${state.name}": only who is named declines a part.`,
      };

const didNotPropose: PartPolicy = ({ data: { part }, state, context: { actor } }) =>
  state.proposer === actor
    ? {
        code: 'proposer-declines',
        message: `${actor} proposed "${state.name}" and has a part in it whoever is ${part}. Name another ${part} by a revision, or withdraw the proposal.`,
      }
    : undefined;

const hasNotEnded: PartPolicy = ({ state: { name, status } }) => {
  if (stands(status)) return undefined;
  return {
    code: status === 'left' ? 'project-left' : 'project-ended',
    message: `"${name}" ${status === 'left' ? 'has left the portfolio' : `is ${status}`}: it keeps the people it had then.`,
  };
};

const saysWhy: PartPolicy = ({ data }) =>
  'reason' in data && data.reason.trim() === ''
    ? { code: 'reason-blank', message: 'Say why you decline: who named you will ask.' }
    : undefined;

const declinedIt: PartPolicy = (asked) =>
  declinedItThemselves(asked)
    ? undefined
    : {
        code: 'part-not-declined',
        message: `${asked.context.actor} has not declined to be ${asked.data.part} of "${asked.state.name}". Who has declined a part takes it up again.`,
      };

/** Who voted or judged as somebody without a part does not have it afterwards. */
const hasNotUsedIt: PartPolicy = ({ data: { part }, state, context: { actor } }) => {
  const declined = state.declined.find((one) => one.part === part && one.personId === actor);
  if (!declined?.isFinal) return undefined;
  return {
    code: 'part-declined',
    message: `${actor} declined to be ${part} of "${state.name}"; since then a body was asked about it, or they judged its delivery. Whoever could vote or judge without a part does not take it up again: name somebody else.`,
  };
};

/** Who has a part belongs to what a body decides on; only a person's own refusal is never frozen. */
const noMotionIsOpen: PartPolicy = ({ state: { openMotion } }) =>
  openMotion === undefined
    ? undefined
    : {
        code: 'motion-already-open',
        message: `Motion ${openMotion} is open on it. A part can be taken up again once that has ended.`,
      };

/** The person named declines, and has no part from then on; also while a motion is open. Declined already, nothing happens. */
export const declinePart = (
  { data }: DeclinePart,
  state: KnownProject,
  context: DecisionContext,
): Verdict<PartDeclined, ProjectRefusal> => {
  const { part, reason, portfolio } = data;
  const { projectId } = state;
  const asked = { data, state, context };
  if (declinedItThemselves(asked)) return accept();
  return (
    firstRefusal([isNamed, didNotPropose, hasNotEnded, saysWhy], asked) ??
    firstRefusal(historyPolicies, { portfolio, context }) ??
    accept({ type: 'PartDeclined', data: { projectId, part, personId: context.actor, reason } })
  );
};

/**
 * Who declined a part has it again where it is vacant; where another has it by now they may be named again. Who has it,
 * has nothing to take up.
 */
export const takeUpPart = (
  { data }: TakeUpPart,
  state: KnownProject,
  context: DecisionContext,
): Verdict<PartTakenUp, ProjectRefusal> => {
  const { part, portfolio } = data;
  const { projectId } = state;
  const asked = { data, state, context };
  if (state[part] === context.actor) return accept();
  return (
    firstRefusal([declinedIt, hasNotEnded, noMotionIsOpen, hasNotUsedIt], asked) ??
    firstRefusal(historyPolicies, { portfolio, context }) ??
    accept({ type: 'PartTakenUp', data: { projectId, part, personId: context.actor } })
  );
};
