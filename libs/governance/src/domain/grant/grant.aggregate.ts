import type { Aggregate } from '@docket/kernel';
import { codec } from './grant.codec';
import type { GrantCommand, GrantRefusal } from './grant.commands';
import { decider } from './grant.decider';
import type { GrantEvent } from './grant.events';
import type { GrantState } from './grant.state';

/** Authority that was given to a body, and the account of what was used of it. */
export const Grant: Aggregate<GrantState, GrantCommand, GrantEvent, GrantRefusal> = {
  category: 'grant',
  decider,
  codec,
  portfolioOf: (state) => (state.status === 'absent' ? undefined : state.portfolioId),
};
