import { accept, firstRefusal, type DecisionContext, type Policy, type Verdict } from '@docket/kernel';
import { historyPolicies } from './history.policy';
import type { InterestDeclared, InterestWithdrawn } from './interest.events';
import type { Interest } from './interest.state';
import type { DeclareInterest, ProjectRefusal, WithdrawInterest } from './project.commands';
import type { KnownProject } from './project.state';

type Asked = Readonly<{
  data: DeclareInterest['data'] | WithdrawInterest['data'];
  state: KnownProject;
  context: DecisionContext;
}>;
type InterestPolicy = Policy<Asked, ProjectRefusal>;

const interestOf = ({ interests }: KnownProject, personId: string): Interest | undefined =>
  interests.find((one) => one.personId === personId);

const isTheirOwn: InterestPolicy = ({ data: { personId }, context: { actor, reach } }) =>
  reach === 'anything' || personId === actor
    ? undefined
    : {
        code: 'not-yours',
        message: `${actor} speaks for their own interests only: ${personId} declares or withdraws theirs, or tells the PMO.`,
      };

const saysWhat: InterestPolicy = ({ data }) =>
  'description' in data && data.description.trim() === ''
    ? { code: 'reason-blank', message: 'Say what the interest is: whoever reads the register will ask.' }
    : undefined;

const saysWhy: InterestPolicy = ({ data }) =>
  'reason' in data && data.reason.trim() === ''
    ? { code: 'reason-blank', message: 'Say why the interest has ended: it stays on record.' }
    : undefined;

const isDeclared: InterestPolicy = ({ data: { personId }, state }) =>
  interestOf(state, personId)
    ? undefined
    : {
        code: 'interest-unknown',
        message: `No interest of ${personId} in "${state.name}" stands: there is nothing to withdraw.`,
      };

/** Else somebody could declare, look away while others vote, and be back for the count. */
const noMotionIsOpen: InterestPolicy = ({ state: { openMotion } }) =>
  openMotion === undefined
    ? undefined
    : {
        code: 'motion-already-open',
        message: `Motion ${openMotion} is open on it: an interest is declared at any time, and withdrawn once that has ended.`,
      };

/** A person has an interest from now on; also while a motion is open, whose vote is then void. The same again changes nothing. */
export const declareInterest = (
  { data }: DeclareInterest,
  state: KnownProject,
  context: DecisionContext,
): Verdict<InterestDeclared, ProjectRefusal> => {
  const { personId, nature, description, portfolio } = data;
  const before = interestOf(state, personId);
  const refused = firstRefusal([isTheirOwn, saysWhat], { data, state, context });
  if (refused) return refused;
  if (before && before.nature === nature && before.description === description) return accept();
  const { projectId } = state;
  return (
    firstRefusal(historyPolicies, { portfolio, context }) ??
    accept({
      type: 'InterestDeclared',
      data: { projectId, personId, nature, description, declaredAt: context.at },
    })
  );
};

/** An interest has ended: who had it assesses and decides again. */
export const withdrawInterest = (
  { data }: WithdrawInterest,
  state: KnownProject,
  context: DecisionContext,
): Verdict<InterestWithdrawn, ProjectRefusal> => {
  const { personId, reason, portfolio } = data;
  const { projectId } = state;
  return (
    firstRefusal([isTheirOwn, isDeclared, noMotionIsOpen, saysWhy], { data, state, context }) ??
    firstRefusal(historyPolicies, { portfolio, context }) ??
    accept({ type: 'InterestWithdrawn', data: { projectId, personId, reason, withdrawnAt: context.at } })
  );
};
