import { derivedUuid, type Aggregate } from '@docket/kernel';
import { codec } from './grant-register.codec';
import { decider, type EnterGrant, type GrantRegisterState } from './grant-register.decider';
import type { GrantEntered } from './grant-register.events';

export type { EnterGrant, GrantRegisterState } from './grant-register.decider';
export type { GrantEntered } from './grant-register.events';

/** Which grants a portfolio has, and whose they are: what guards a decision is found here, never in a projection. */
export const GrantRegister: Aggregate<GrantRegisterState, EnterGrant, GrantEntered, 'portfolio-unknown'> = {
  category: 'grant-register',
  decider,
  codec,
  portfolioOf: ({ portfolioId }) => portfolioId,
};

/** The id of the one register of a portfolio. */
export const grantRegisterIdOf = (portfolioId: string): string => derivedUuid('grant-register', portfolioId);
