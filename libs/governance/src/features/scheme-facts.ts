import { loadState, type CommandRuntime, type Request } from '@docket/kernel';
import { Composition, compositionIdOf } from '@docket/portfolio';
import { Body, type BodyState } from '../domain/body';
import { Grant, type KnownGrant } from '../domain/grant';
import { GrantRegister, grantRegisterIdOf } from '../domain/grant-register';
import { grantingBodyOf, type SchemeFacts } from '../domain/scheme';
import { pathsIn } from './grant-facts';

/** Every grant that was ever given in a portfolio, as the register has them. */
const grantsIn = async (runtime: CommandRuntime, portfolioId: string): Promise<readonly KnownGrant[]> => {
  const register = await loadState(runtime, GrantRegister, grantRegisterIdOf(portfolioId));
  const grants: KnownGrant[] = [];
  for (const grantId of register.bodies.keys()) {
    const grant = await loadState(runtime, Grant, grantId);
    if (grant.status === 'given') grants.push(grant);
  }
  return grants;
};

/**
 * What a scheme of delegation is judged by before any of it is given, read from streams as they stand: those who asked, the bodies that
 * are named (`bodyIds`) and those of grants, and the composition. The rules of each grant are asked once more as it is given.
 */
export const schemeFactsOf = async (
  runtime: CommandRuntime,
  { actor, reach = 'anything' }: Pick<Request, 'actor' | 'reach'>,
  { portfolioId, bodyIds }: Readonly<{ portfolioId: string; bodyIds: readonly string[] }>,
): Promise<SchemeFacts> => {
  const grants = await grantsIn(runtime, portfolioId);
  const named = [
    ...bodyIds,
    ...grants.flatMap((grant) => [grant.bodyId, grantingBodyOf(grant) ?? []].flat()),
  ];
  const bodies = new Map<string, BodyState>();
  for (const bodyId of new Set(named)) bodies.set(bodyId, await loadState(runtime, Body, bodyId));
  const paths = pathsIn(await loadState(runtime, Composition, compositionIdOf(portfolioId)));
  const now = runtime.clock.now();
  const context = { actor, reach, at: now, now, origin: 'live' } as const;
  return { portfolioId, bodies, grants, paths, context };
};
