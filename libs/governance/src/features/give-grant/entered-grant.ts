import {
  runCommand,
  type CommandRuntime,
  type Receipt,
  type Refused,
  type Request,
  type RunCode,
} from '@docket/kernel';
import { Portfolio } from '@docket/portfolio';
import { derivedRequest } from '../derived-request';
import { GrantRegister, grantRegisterIdOf, type EnterGrant } from '../../domain/grant-register';
import type { GrantRefusal } from '../../domain/grant';

type Entering = Readonly<{ portfolioId: string; grantId: string; bodyId: string }>;
type Answer = Receipt | Refused<GrantRefusal | RunCode>;

const enter = (
  runtime: CommandRuntime,
  request: Request,
  { portfolioId, grantId, bodyId }: Entering,
): Promise<Answer> => {
  const entering = { portfolioId, grantId, bodyId };
  const derived = derivedRequest(runtime, request, 'enter-grant', entering);
  const id = grantRegisterIdOf(entering.portfolioId);
  return runCommand(runtime, GrantRegister, id, derived, async (gather): Promise<EnterGrant> => {
    const portfolio = await gather(Portfolio, entering.portfolioId);
    return { type: 'EnterGrant', data: { ...entering, portfolioKnown: portfolio.status === 'open' } };
  });
};

/**
 * Gives a grant that the register of the portfolio names. The rules of the grant are asked first, so that only what will be given is
 * entered. A crash in between leaves a line for a grant that was never given, which counts for nothing.
 */
export const withEntry = async (
  runtime: CommandRuntime,
  request: Request,
  entering: Entering,
  give: () => Promise<Answer>,
): Promise<Answer> => {
  const first = await give();
  if (first.outcome === 'accepted' || first.refusal.code !== 'grant-not-entered') return first;
  const entered = await enter(runtime, request, entering);
  return entered.outcome === 'refused' ? entered : give();
};
