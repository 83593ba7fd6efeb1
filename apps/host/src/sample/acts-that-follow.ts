import {
  carryStanding,
  closeCallIn,
  ConfirmConditionCommand,
  GiveEvidenceCommand,
  lapseCondition,
  Motion,
  releaseAll,
  setCondition,
  supersedeDecision,
} from '@docket/governance';
import { loadState, refuse } from '@docket/kernel';
import { said, type Here, type Makers } from './acts-here';
import type { Act } from './illustrated-acts';
import type { Step } from './illustration-steps';

const recorded = async ({ runtime, names }: Here, key: string) => {
  const motion = await loadState(runtime, Motion, names.motion(key));
  return motion.status === 'decided' ? motion : undefined;
};

const notRecorded = (motion: string) =>
  refuse('decision-missing', `The decision on "${motion}" is not recorded: nothing follows it.`);

/** The earlier decision gives way to it. */
const supersede =
  (motion: string, here: Here): Step =>
  async () => {
    const decided = await recorded(here, motion);
    if (!decided) return notRecorded(motion);
    const { decision, motionId: by } = decided;
    const earlier = decision.supersedes;
    if (earlier === null) return { outcome: 'accepted' };
    const data = { motionId: earlier, by, outcome: decision.outcome };
    return supersedeDecision(
      here.runtime,
      here.following('supersede-decision', motion, data, here.knownAt),
      data,
    );
  };

/** The project is told. What was called in had been carried by then, as nothing here is called in before: a start that goes on leaves it. */
const carry =
  (motion: string, here: Here): Step =>
  async () => {
    const decided = await recorded(here, motion);
    if (!decided) return notRecorded(motion);
    const { motionId, bodyId, decision, afterwards } = decided;
    if (afterwards.calledInBy !== null) return { outcome: 'accepted' };
    const data = { motionId, bodyId, outcome: decision.outcome };
    return carryStanding(here.runtime, here.following('carry-decision', motion, data, here.knownAt), data);
  };

/** What the follow-ups of a decision do, in their order: the one before gives way, the project is told, each condition begins. */
export const afterRecording = ({ motion, conditions = [] }: Act<'record'>, here: Here): readonly Step[] => [
  supersede(motion, here),
  carry(motion, here),
  ...conditions.map((_, index): Step => () => {
    const data = { motionId: here.names.motion(motion), index };
    const request = here.following('set-condition', `${motion}/${index}`, data, here.knownAt);
    return setCondition(here.runtime, request, data);
  }),
];

/** How what follows a decision is commanded: by people, and for the clocks that no imported fact starts. */
export const actsThatFollow: Makers<'release' | 'close-call-in' | 'evidence' | 'confirm' | 'lapse'> = {
  release: ({ motion }, { runtime, names, following, knownAt }) => {
    const data = { motionId: names.motion(motion) };
    return [() => releaseAll(runtime, following('release-motion', motion, data, knownAt), data)];
  },
  'close-call-in': ({ motion }, { runtime, names, following, knownAt }) => {
    const data = { motionId: names.motion(motion) };
    return [() => closeCallIn(runtime, following('close-call-in', motion, data, knownAt), data)];
  },
  evidence: ({ by, motion, place, evidence }, here) => {
    const data = { conditionId: here.names.condition({ motion, place }), evidence };
    const request = said(here, { by, operation: 'give-evidence', about: `${motion}/${place}` }, data);
    return [() => here.bus.execute(new GiveEvidenceCommand(request, data))];
  },
  confirm: ({ by, motion, place, finding }, here) => {
    const data = { conditionId: here.names.condition({ motion, place }), finding };
    const request = said(here, { by, operation: 'confirm-condition', about: `${motion}/${place}` }, data);
    return [() => here.bus.execute(new ConfirmConditionCommand(request, data))];
  },
  lapse: ({ motion, place }, { runtime, names, following, knownAt }) => {
    const data = { conditionId: names.condition({ motion, place }) };
    const request = following('lapse-condition', `${motion}/${place}`, data, knownAt);
    return [() => lapseCondition(runtime, request, data)];
  },
};
