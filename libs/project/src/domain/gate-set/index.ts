import type { Aggregate } from '@docket/kernel';
import { codec } from './gate-set.codec';
import { decider, type GateSetRefusal, type PublishGates } from './gate-set.decider';
import type { GateSetEvent } from './gate-set.events';
import type { GateSetState } from './gate-set.state';

export * from './gate-set.events';
export type { GateSetRefusal, PublishGates } from './gate-set.decider';
export { codec as gateSetCodec } from './gate-set.codec';
export { decider as gateSetDecider } from './gate-set.decider';
export { gateSetIdOf, type GateSetState } from './gate-set.state';

/** The gates that a kind of component of a portfolio runs through: one stream each kind, one event each version. */
export const GateSet: Aggregate<GateSetState, PublishGates, GateSetEvent, GateSetRefusal> = {
  category: 'gate-set',
  decider,
  codec,
  portfolioOf: ({ portfolioId }) => portfolioId,
};
