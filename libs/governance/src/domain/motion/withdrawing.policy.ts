import type { DecisionContext, Policy } from '@docket/kernel';
import type { BodyState } from '../body';
import { conducts, leadOf } from './electorate';
import type { MotionRefusal, MatterFacts } from './motion.commands';

type Withdrawing = Readonly<{
  proposer: string;
  body: BodyState;
  project: MatterFacts | undefined;
  reason: string;
  context: DecisionContext;
}>;

const reasonIsWritten: Policy<Withdrawing, MotionRefusal> = ({ reason }) => {
  if (reason.trim() !== '') return undefined;
  return { code: 'reason-missing', message: 'Say why the motion is withdrawn: it stays on record.' };
};

/** What must hold for a motion to be withdrawn before its ballot. */
export const withdrawingPolicies: readonly Policy<Withdrawing, MotionRefusal>[] = [
  function actorTabledItOrConducts({ proposer, body, project, context }) {
    const { actor, reach } = context;
    if (reach === 'anything' || actor === proposer || conducts({ body, project, context })) return undefined;
    return {
      code: 'not-yours-to-withdraw',
      message: `${proposer} tabled this motion: they, the chair or the secretary of the body, or the PMO withdraw it.`,
    };
  },
  reasonIsWritten,
];

/**
 * What must hold for a motion that was carried to be taken back before its decision is recorded. The body has voted: nobody but who leads it now
 * answers for not recording what it carried.
 */
export const takingBackPolicies: readonly Policy<Withdrawing, MotionRefusal>[] = [
  function actorLeads({ body, project, context: { actor, at } }) {
    if (body.status !== 'absent' && project && leadOf(body, project, at).personId === actor) return undefined;
    return {
      code: 'not-yours-to-withdraw',
      message:
        'The body has carried this motion: only its chair, or the deputy in their place, takes it back before its decision is recorded. Where neither may, pass it on to a body above.',
    };
  },
  reasonIsWritten,
];
