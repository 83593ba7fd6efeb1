import type { Policy } from '@docket/kernel';
import type { MotionRefusal, MatterFacts } from './motion.commands';
import type { Outcome } from './motion.events';

type Opening = Readonly<{ motion: Readonly<{ ask: Outcome }>; project: Pick<MatterFacts, 'gate'> }>;

/**
 * A body is not asked for a plain go through a gate while something that must be met is not. A conditional go may be asked for: it has
 * conditions, each with an owner and a day.
 */
export const gateIsMetForAGo: Policy<Opening, MotionRefusal> = ({ motion: { ask }, project: { gate } }) => {
  if (ask !== 'go' || !gate) return undefined;
  const open = gate.unmet.map(({ id, wording }) => `${id} - "${wording}"`).join('; ');
  return {
    code: 'gate-not-met',
    message: `The project stands at gate "${gate.name}", and what must be met there is not: ${open}. Have it judged met, or ask for a conditional go.`,
  };
};
