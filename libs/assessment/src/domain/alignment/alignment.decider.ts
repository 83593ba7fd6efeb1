import {
  accept,
  firstRefusal,
  refuse,
  unreachable,
  type Decider,
  type DecisionContext,
  type Verdict,
} from '@docket/kernel';
import type {
  AlignmentCommand,
  AlignmentRefusal,
  ClaimContribution,
  ComponentFacts,
  ConfirmContribution,
  WithdrawContribution,
} from './alignment.commands';
import type { AlignmentEvent } from './alignment.events';
import { askingPolicies, judgingPolicies } from './alignment.policy';
import { evolve, initialState, type AlignmentState, type Contribution } from './alignment.state';
import { CONTRIBUTION_SCALE } from './contribution-scale';

type Decided = Verdict<AlignmentEvent, AlignmentRefusal>;

/** A command on a component that is there, by somebody who may. */
type On<C> = Readonly<{
  command: C;
  component: ComponentFacts;
  now: Contribution | undefined;
  context: DecisionContext;
}>;

const judgedSo = (now: Contribution | undefined, { level, reason }: Pick<Contribution, 'level' | 'reason'>) =>
  now?.level === level && now.reason === reason;

const claim = ({ command: { data }, component, now, context: { actor } }: On<ClaimContribution>): Decided => {
  const { projectId, objectiveId, level, reason } = data;
  const refused = firstRefusal(judgingPolicies, data);
  if (refused) return refused;
  if (now?.status === 'claimed' && now.claimedBy === actor && judgedSo(now, data)) return accept();
  const { portfolioId } = component;
  const judged = { scale: CONTRIBUTION_SCALE, level, reason, claimedBy: actor };
  return accept({ type: 'ContributionClaimed', data: { portfolioId, projectId, objectiveId, ...judged } });
};

/** Whether somebody has a part in a component, or declined one. */
const isClose = ({ people, declined }: ComponentFacts, actor: string): boolean =>
  people.includes(actor) || declined.includes(actor);

/** Whoever claims a contribution, or has the component at heart, does not say that it is so. */
const involved = (component: ComponentFacts, { claimedBy }: Contribution, actor: string) => {
  if (claimedBy === actor)
    return refuse(
      'not-yours-to-confirm',
      `${actor} claimed this contribution of "${component.name}": somebody else of the PMO confirms it.`,
    );
  if (!isClose(component, actor)) return undefined;
  return refuse(
    'not-yours-to-confirm',
    `${actor} proposed, sponsors or manages "${component.name}", or declined to: somebody else of the PMO confirms what it contributes.`,
  );
};

const confirm = ({
  command: { data },
  component,
  now,
  context: { actor },
}: On<ConfirmContribution>): Decided => {
  const { projectId, objectiveId, level, reason } = data;
  const refused = firstRefusal(judgingPolicies, data);
  if (refused) return refused;
  if (!now || now.status === 'withdrawn') return notClaimed(component);
  const barred = involved(component, now, actor);
  if (barred) return barred;
  if (now.status === 'confirmed' && judgedSo(now, data)) return accept();
  const { portfolioId } = component;
  const judged = { scale: CONTRIBUTION_SCALE, level, reason, confirmedBy: actor };
  return accept({ type: 'ContributionConfirmed', data: { portfolioId, projectId, objectiveId, ...judged } });
};

const withdraw = ({
  command: { data },
  component,
  now,
  context: { actor, reach },
}: On<WithdrawContribution>): Decided => {
  const { projectId, objectiveId, reason } = data;
  if (!now) return notClaimed(component);
  if (now.status === 'withdrawn') return accept();
  if (now.isConfirmed && (reach !== 'anything' || isClose(component, actor)))
    return refuse(
      'not-yours-to-withdraw',
      `The PMO confirmed this contribution of "${component.name}": it counts until somebody of the PMO who has no part in the component withdraws it.`,
    );
  if (reason.trim() === '') return refuse('reason-blank', 'Say why it is withdrawn: others will ask.');
  const { portfolioId } = component;
  return accept({
    type: 'ContributionWithdrawn',
    data: { portfolioId, projectId, objectiveId, reason, withdrawnBy: actor },
  });
};

const notClaimed = ({ name }: ComponentFacts) =>
  refuse('contribution-not-claimed', `Nobody claims that "${name}" serves this objective. Claim it first.`);

const decide = (command: AlignmentCommand, state: AlignmentState, context: DecisionContext): Decided => {
  const { component, portfolio, objectiveId } = command.data;
  if (!component)
    return refuse('project-unknown', 'There is no such project. List the projects of the portfolio.');
  const refused = firstRefusal(askingPolicies, { portfolio, component, context });
  if (refused) return refused;
  const on = { component, now: state.contributions.get(objectiveId), context };
  switch (command.type) {
    case 'ClaimContribution':
      return claim({ command, ...on });
    case 'ConfirmContribution':
      return confirm({ command, ...on });
    case 'WithdrawContribution':
      return withdraw({ command, ...on });
    default:
      return unreachable(command);
  }
};

/** The rules of what a component is said to contribute: claimed by whose it is, confirmed by the PMO. */
export const decider: Decider<AlignmentState, AlignmentCommand, AlignmentEvent, AlignmentRefusal> = {
  initialState,
  evolve,
  decide,
};
