import {
  loadState,
  refuse,
  runCommand,
  type CommandRuntime,
  type Gather,
  type Receipt,
  type Refused,
  type Request,
  type RunCode,
} from '@docket/kernel';
import { Motion, type MotionRefusal, type RecordDecision } from '../../domain/motion';
import { askedOf } from '../escalate-motion/facts-of-escalating';
import { reserveAuthority, type AuthorityAnswer } from '../reserve-authority/reserve-authority';
import { settleAuthority } from '../reserve-authority/settle-authority';
import { factsOfRecording } from './facts-of-recording';
import type { RecordDecisionData } from './record-decision.command';

type Recording = Readonly<{ runtime: CommandRuntime; request: Request; data: RecordDecisionData }>;
type Answer = Receipt | Refused<MotionRefusal | RunCode>;

/** Records it under these grants, or under none. */
const record = (
  { runtime, request, data: { motionId, conditions = [], rationale } }: Recording,
  asked: readonly string[],
): Promise<Answer> => {
  const command = async (gather: Gather): Promise<RecordDecision> => {
    const facts = await factsOfRecording(runtime, gather, { motionId, asked });
    return { type: 'RecordDecision', data: { rationale, conditions, ...facts } };
  };
  return runCommand(runtime, Motion, motionId, request, command);
};

const beyond = ({ why, to }: Extract<AuthorityAnswer, { outcome: 'escalates' }>): Answer =>
  refuse(
    'beyond-authority',
    `This body may not decide it: ${why.message} ${
      to ? `Body ${to.bodyId} may, under grant ${to.grantId}` : 'A body that nobody has limited may'
    }: pass the motion on.`,
  );

/** Records it under what is reserved for it; what was reserved for nothing is given back. */
const recordReserved = async (
  recording: Recording,
  { portfolioId }: Readonly<{ portfolioId: string }>,
  grants: readonly string[],
): Promise<Answer> => {
  const answer = await record(recording, grants);
  const { runtime, request, data } = recording;
  const confirmed = answer.outcome === 'accepted' ? grants : [];
  await settleAuthority(runtime, request, { motionId: data.motionId, portfolioId, confirmed });
  return answer;
};

/**
 * Records the decision of a carried motion. All other rules are asked first; then, where somebody has limited the body, the value is
 * reserved in the accounts it counts in, and the decision names their grants. A crash in between leaves a reservation, which counts, and which
 * the same request finds again.
 */
export const recordDecision = async (
  runtime: CommandRuntime,
  request: Request,
  data: RecordDecisionData,
): Promise<Answer> => {
  const recording = { runtime, request, data };
  const first = await record(recording, []);
  if (first.outcome === 'accepted' || first.refusal.code !== 'authority-not-reserved') return first;
  const motion = await loadState(runtime, Motion, data.motionId);
  if (motion.status === 'absent') return first;
  const authority = await reserveAuthority(runtime, request, askedOf(motion));
  if (authority.outcome === 'escalates') return beyond(authority);
  return recordReserved(recording, motion, authority.outcome === 'reserved' ? authority.grants : []);
};
