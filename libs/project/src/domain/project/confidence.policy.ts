import { dayOf, type DecisionContext, type Policy } from '@docket/kernel';
import { daysExist } from './business-case.policy';
import { offItsScale } from './delivery-confidence';
import { barredFrom } from './interest.state';
import type { KnownJudgement } from './known-judgement';
import { hasPart } from './own.policy';
import type { JudgeConfidence, PortfolioFacts, ProjectRefusal } from './project.commands';
import type { KnownProject } from './project.state';
import { stands } from './standing';

/** A judgement as it is given; `before` is what the same reviewer said of the same day, where it stands. */
export type Judging = Readonly<{
  data: Omit<JudgeConfidence['data'], 'projectId' | 'portfolio'>;
  before: KnownJudgement | undefined;
  portfolio: PortfolioFacts;
  state: KnownProject;
  context: DecisionContext;
}>;

/**
 * When, by whom and how delivery confidence can be judged; the first refusal wins. A review looks ahead: at a proposal before its
 * decision, or at work that goes on or is held. What has ended is judged no more; a judgement that stands may still be put right.
 */
export const judgingPolicies: readonly Policy<Judging, ProjectRefusal>[] = [
  function reviewerHasNoPart({ state, context: { actor } }) {
    if (barredFrom(state).get(actor) === 'interest')
      return {
        code: 'reviewer-has-a-part',
        message: `${actor} has declared an interest in "${state.name}": delivery confidence is the judgement of somebody else.`,
      };
    return hasPart(state, actor)
      ? {
          code: 'reviewer-has-a-part',
          message: `${actor} proposed, sponsors or manages "${state.name}": delivery confidence is the judgement of somebody else. The manager's own goes into the ownStatus of a report.`,
        }
      : undefined;
  },
  function projectIsInThePortfolio({ state: { name, status }, before }) {
    return status === 'left' && !before
      ? { code: 'project-left', message: `"${name}" has left the portfolio. Note its return first.` }
      : undefined;
  },
  function deliveryIsStillToCome({ state: { name, status }, before }) {
    return before || stands(status)
      ? undefined
      : {
          code: 'project-ended',
          message: `"${name}" is ${status}: nothing is left to be delivered. What is proposed, authorised or held is judged.`,
        };
  },
  ({ data: { judgedFor } }) => daysExist({ judgedFor }),
  function ratingIsOnItsScale({ data }) {
    return offItsScale(data);
  },
  function judgedDayHasCome({ data: { judgedFor }, portfolio, context }) {
    const today = dayOf(context.now, portfolio.status === 'open' ? portfolio.timeZone : 'UTC');
    return judgedFor <= today
      ? undefined
      : {
          code: 'judgement-from-the-future',
          message: `It is ${today}; a judgement for ${judgedFor} comes too early.`,
        };
  },
  function projectIsKnownByThen({ data: { judgedFor }, state: { name, since } }) {
    return judgedFor >= since
      ? undefined
      : {
          code: 'judgement-before-project',
          message: `"${name}" is known since ${since}. Judge it for that day or a later one.`,
        };
  },
  function saysWhy({ data: { reason } }) {
    return reason.trim() === ''
      ? { code: 'reason-blank', message: 'Say why it is judged so: whoever decides by it will ask.' }
      : undefined;
  },
];
