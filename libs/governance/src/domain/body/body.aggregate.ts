import { derivedUuid, nameKey, type Aggregate } from '@docket/kernel';
import { codec } from './body.codec';
import type { BodyCommand, BodyRefusal } from './body.commands';
import { decider } from './body.decider';
import type { BodyState } from './body.state';
import type { BodyEvent } from './body.events';

/** A governance body: its rules and its seats. */
export const Body: Aggregate<BodyState, BodyCommand, BodyEvent, BodyRefusal> = {
  category: 'body',
  decider,
  codec,
  portfolioOf: (state) => (state.status === 'absent' ? undefined : state.portfolioId),
};

/** The id of the body of this name in a portfolio; whatever the spelling (`nameKey`). */
export const bodyIdOf = (portfolioId: string, name: string): string =>
  derivedUuid('body', portfolioId, nameKey(name));
