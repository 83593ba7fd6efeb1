import {
  accept,
  canonicalJson,
  dayOf,
  firstRefusal,
  refuse,
  type DecisionContext,
  type Policy,
  type Verdict,
} from '@docket/kernel';
import { businessCasePolicies } from './business-case.policy';
import { historyPolicies } from './history.policy';
import type {
  PortfolioFacts,
  ProjectRefusal,
  ProposeProject,
  ReviseBusinessCase,
  WithdrawProposal,
} from './project.commands';
import type {
  BusinessCaseRevised,
  ProjectProposed,
  ProposalRevised,
  ProposalWithdrawn,
} from './project.events';
import { PARTS } from './part.events';
import { hasDeclined } from './part.state';
import type { KnownProject, ProjectState } from './project.state';
import { stands } from './standing';
import { businessCaseOf } from './stated-case';
import { tidiedCase } from './tidied-case';

const currencyOf = (portfolio: PortfolioFacts): string =>
  portfolio.status === 'open' ? portfolio.currency : '';

export const proposeProject = (
  { data }: ProposeProject,
  state: ProjectState,
  context: DecisionContext,
): Verdict<ProjectProposed, ProjectRefusal> => {
  if (state.status !== 'absent') return alreadyKnown(state);
  const { projectId, portfolioId, portfolio } = data;
  const stated = tidiedCase(data, currencyOf(portfolio));
  const refused =
    firstRefusal(historyPolicies, { portfolio, context }) ?? firstRefusal(businessCasePolicies, stated);
  if (refused) return refused;
  const proposedOn = dayOf(context.at, portfolio.status === 'open' ? portfolio.timeZone : 'UTC');
  const place = { projectId, portfolioId, proposer: context.actor, proposedOn };
  return accept({ type: 'ProjectProposed', data: { ...place, ...businessCaseOf(stated) } });
};

type Naming = Readonly<{ data: ReviseBusinessCase['data']; state: KnownProject }>;

/** Who declined a part is named in none; one they kept they keep. */
const namesNobodyWhoDeclined: Policy<Naming, ProjectRefusal> = ({ data, state }) => {
  const part = PARTS.find((one) => data[one] !== state[one] && hasDeclined(state.declined, data[one]));
  return (
    part && {
      code: 'part-declined',
      message: `${data[part]} declined a part in "${state.name}" and is not named as ${part} until they take that up again. Name somebody else.`,
    }
  );
};

export const reviseBusinessCase = (
  { data }: ReviseBusinessCase,
  state: KnownProject,
  context: DecisionContext,
): Verdict<ProposalRevised | BusinessCaseRevised, ProjectRefusal> => {
  const { status } = state;
  if (!stands(status)) return caseNotOpen(state);
  const stated = tidiedCase(data, currencyOf(data.portfolio));
  const refused =
    firstRefusal(businessCasePolicies, stated) ?? firstRefusal([namesNobodyWhoDeclined], { data, state });
  if (refused) return refused;
  const { projectId } = state;
  const businessCase = businessCaseOf(stated);
  if (canonicalJson(businessCase) === canonicalJson(state.businessCase ?? null)) return accept();
  if (state.openMotion !== undefined) return frozen(state.openMotion, 'revised');
  return (
    firstRefusal(historyPolicies, { portfolio: data.portfolio, context }) ??
    accept({
      type: status === 'proposed' ? 'ProposalRevised' : 'BusinessCaseRevised',
      data: { projectId, ...businessCase },
    })
  );
};

export const withdrawProposal = (
  { data }: WithdrawProposal,
  state: KnownProject,
  context: DecisionContext,
): Verdict<ProposalWithdrawn, ProjectRefusal> => {
  const { projectId, openMotion } = state;
  if (state.status === 'withdrawn') return accept();
  if (state.status !== 'proposed') return notOpen(state);
  if (data.reason.trim() === '')
    return refuse('reason-blank', 'Say why the proposal is withdrawn: others will ask.');
  if (openMotion !== undefined) return frozen(openMotion, 'withdrawn');
  return (
    firstRefusal(historyPolicies, { portfolio: data.portfolio, context }) ??
    accept({ type: 'ProposalWithdrawn', data: { projectId, reason: data.reason } })
  );
};

/** What a body decides on stays as it was put to it until the motion has ended. */
const frozen = (motionId: string, what: 'revised' | 'withdrawn') =>
  refuse('motion-already-open', `Motion ${motionId} is open on it. It can be ${what} once that has ended.`);

export const alreadyKnown = ({ name, status }: KnownProject) =>
  refuse('project-already-known', `"${name}" is known already; it is ${status}.`);

const caseNotOpen = ({ name, status }: KnownProject) =>
  refuse(
    'case-not-open',
    `"${name}" is ${status}. The business case of a proposal, and of work that is authorised or held, can be revised.`,
  );

const notOpen = ({ name, status }: KnownProject) =>
  refuse(
    'proposal-not-open',
    `"${name}" is ${status}. Only a proposal that awaits its decision can be withdrawn.`,
  );
