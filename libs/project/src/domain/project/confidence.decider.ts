import {
  accept,
  firstRefusal,
  refuse,
  type DecisionContext,
  type Policy,
  type Verdict,
} from '@docket/kernel';
import type { DeliveryConfidenceJudged, DeliveryConfidenceWithdrawn } from './confidence.events';
import { judgingPolicies } from './confidence.policy';
import { historyPolicies } from './history.policy';
import { judgementKey, type KnownJudgement } from './known-judgement';
import { isClose } from './own.policy';
import type { JudgeConfidence, ProjectRefusal, WithdrawConfidence } from './project.commands';
import type { KnownProject } from './project.state';

const standing = (judgement: KnownJudgement | undefined): KnownJudgement | undefined =>
  judgement?.withdrawnFor === undefined ? judgement : undefined;

const saysTheSame = (
  before: KnownJudgement | undefined,
  { scale, rating, reason }: JudgeConfidence['data'],
) => before?.scale === scale && before.rating === rating && before.reason === reason;

export const judgeConfidence = (
  { data }: JudgeConfidence,
  state: KnownProject,
  context: DecisionContext,
): Verdict<DeliveryConfidenceJudged, ProjectRefusal> => {
  const { judgedFor, scale, rating, reason, portfolio } = data;
  const { actor: reviewer } = context;
  const before = standing(state.judgements.get(judgementKey(judgedFor, reviewer)));
  if (saysTheSame(before, data)) return accept();
  return (
    firstRefusal(historyPolicies, { portfolio, context }) ??
    firstRefusal(judgingPolicies, { data, before, portfolio, state, context }) ??
    accept({
      type: 'DeliveryConfidenceJudged',
      data: {
        projectId: state.projectId,
        ...{ judgedFor, reviewer, scale, rating, reason },
        ...(before ? { corrects: before.revision } : {}),
      },
    })
  );
};

type Withdrawing = Readonly<{
  reviewer: string;
  reason: string;
  state: KnownProject;
  context: DecisionContext;
}>;

const withdrawingPolicies: readonly Policy<Withdrawing, ProjectRefusal>[] = [
  function isTheirOwnOrOfThePmo({ reviewer, context: { actor, reach } }) {
    return reach === 'anything' || actor === reviewer
      ? undefined
      : {
          code: 'not-yours-to-withdraw',
          message: `This judgement is ${reviewer}'s: only they or the PMO may withdraw it.`,
        };
  },
  function nobodyWithAPartRemovesIt({ reviewer, state, context: { actor } }) {
    return actor !== reviewer && isClose(state, actor)
      ? {
          code: 'own-component',
          message: `${actor} proposed, sponsors or manages "${state.name}", or declined to: its reviewer or somebody else of the PMO may withdraw the judgement.`,
        }
      : undefined;
  },
  function saysWhy({ reason }) {
    return reason.trim() === ''
      ? { code: 'reason-blank', message: 'Say why the judgement is withdrawn: it stays readable.' }
      : undefined;
  },
];

export const withdrawConfidence = (
  { data }: WithdrawConfidence,
  state: KnownProject,
  context: DecisionContext,
): Verdict<DeliveryConfidenceWithdrawn, ProjectRefusal> => {
  const { judgedFor, reason, portfolio, reviewer = context.actor } = data;
  const judgement = state.judgements.get(judgementKey(judgedFor, reviewer));
  if (!judgement)
    return refuse(
      'judgement-unknown',
      `${reviewer} has not judged "${state.name}" for ${judgedFor}. List its judgements.`,
    );
  const refused =
    firstRefusal(withdrawingPolicies, { reviewer, reason, state, context }) ??
    firstRefusal(historyPolicies, { portfolio, context });
  if (refused) return refused;
  if (judgement.withdrawnFor === reason) return accept();
  return judgement.withdrawnFor === undefined
    ? accept({
        type: 'DeliveryConfidenceWithdrawn',
        data: { projectId: state.projectId, judgedFor, reviewer, withdraws: judgement.revision, reason },
      })
    : refuse('judgement-withdrawn', 'This judgement is withdrawn already; its reviewer may judge anew.');
};
