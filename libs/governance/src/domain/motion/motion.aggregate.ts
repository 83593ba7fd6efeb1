import type { Aggregate } from '@docket/kernel';
import { codec } from './motion.codec';
import type { MotionCommand, MotionRefusal } from './motion.commands';
import { decider } from './motion.decider';
import type { MotionEvent } from './motion.events';
import type { MotionState } from './motion.state';

/** What a body is asked to decide on a project, its ballot, and what was decided. */
export const Motion: Aggregate<MotionState, MotionCommand, MotionEvent, MotionRefusal> = {
  category: 'motion',
  decider,
  codec,
  portfolioOf: (state) => (state.status === 'absent' ? undefined : state.portfolioId),
};
