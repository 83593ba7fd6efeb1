import { accept, refuse, type Command, type Decider } from '@docket/kernel';
import type { GrantEntered } from './grant-register.events';

export type EnterGrant = Command<
  'EnterGrant',
  { portfolioId: string; grantId: string; bodyId: string; portfolioKnown: boolean }
>;

/** Every grant that was ever to be given in a portfolio, by id, with the body it is for. */
export type GrantRegisterState = Readonly<{
  portfolioId?: string;
  bodies: ReadonlyMap<string, string>;
}>;

/** The rules of the register of a portfolio: it only grows. What it names and what has no stream was never given. */
export const decider: Decider<GrantRegisterState, EnterGrant, GrantEntered, 'portfolio-unknown'> = {
  initialState: () => ({ bodies: new Map() }),
  evolve: ({ bodies }, { data: { portfolioId, grantId, bodyId } }) => ({
    portfolioId,
    bodies: new Map(bodies).set(grantId, bodyId),
  }),
  decide: ({ data: { portfolioKnown, ...entered } }, { bodies }) => {
    if (!portfolioKnown)
      return refuse(
        'portfolio-unknown',
        'There is no such portfolio. List the portfolios, or open it first.',
      );
    return bodies.has(entered.grantId) ? accept() : accept({ type: 'GrantEntered', data: entered });
  },
};
