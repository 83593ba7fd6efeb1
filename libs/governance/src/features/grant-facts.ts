import type { Aggregate, Command, Event, Gather } from '@docket/kernel';
import { Composition, compositionIdOf, pathToTop, Portfolio, type CompositionState } from '@docket/portfolio';
import { Body } from '../domain/body';
import { Grant, type GiveGrant, type GrantFacts, type Grantor, type KnownGrant } from '../domain/grant';
import { GrantRegister, grantRegisterIdOf, type GrantRegisterState } from '../domain/grant-register';

/** Reads the state of a stream: as a guard within a command, or plainly outside of one. */
export type Load = <S, C extends Command, E extends Event, Code extends string>(
  aggregate: Aggregate<S, C, E, Code>,
  id: string,
) => Promise<S>;

/** Whose grant is asked for: one that is a part of a grant names that only. */
export type AskedGrantor = Readonly<
  { kind: 'portfolio' } | { kind: 'body'; bodyId: string } | { kind: 'grant'; grantId: string }
>;

/** Each open node with all it stands in, innermost first. */
export const pathsIn = (composition: CompositionState): ReadonlyMap<string, readonly string[]> =>
  new Map(
    [...composition.nodes.values()]
      .filter(({ status }) => status === 'open')
      .map(({ nodeId }) => [nodeId, pathToTop(composition, nodeId).map((node) => node.nodeId)]),
  );

/** The register of a portfolio as far as it speaks of one body: whether any of these grants was given. */
const isLimited = async (load: Load, { bodies }: GrantRegisterState, bodyId: string): Promise<boolean> => {
  for (const [grantId, holder] of bodies)
    if (holder === bodyId && (await load(Grant, grantId)).status === 'given') return true;
  return false;
};

/** A grant and what it hangs on, up to the root; a grant names one that was there before it, so that it ends. */
const chainFrom = async (load: Load, grantId: string): Promise<readonly KnownGrant[]> => {
  const grant = await load(Grant, grantId);
  if (grant.status === 'absent') return [];
  return grant.from.kind === 'grant' ? [grant, ...(await chainFrom(load, grant.from.grantId))] : [grant];
};

const NONE = { grants: [], isRootLimited: false } as const;

type OfGrantor = Pick<GrantFacts, 'grantor' | 'above' | 'isGrantorLimited'> & Readonly<{ from: Grantor }>;

/** Who gives a grant, with the chain it is to hang on. */
const grantorFacts = async (
  load: Load,
  register: GrantRegisterState,
  from: AskedGrantor,
): Promise<OfGrantor> => {
  switch (from.kind) {
    case 'portfolio':
      return { from, grantor: { status: 'absent' }, above: NONE, isGrantorLimited: false };
    case 'body': {
      const grantor = await load(Body, from.bodyId);
      return { from, grantor, above: NONE, isGrantorLimited: await isLimited(load, register, from.bodyId) };
    }
    case 'grant': {
      const grants = await chainFrom(load, from.grantId);
      const [own, root] = [grants[0], grants.at(-1)?.from];
      const bodyId = own?.bodyId ?? from.grantId;
      const isRootLimited = root?.kind === 'body' && (await isLimited(load, register, root.bodyId));
      const grantor = await load(Body, bodyId);
      const above = { grants, isRootLimited };
      return { from: { ...from, bodyId }, grantor, above, isGrantorLimited: true };
    }
  }
};

/** What a grant that is to be given is judged by, gathered as guards. */
export const factsOfGiving = async (
  gather: Gather,
  asked: Readonly<{ grantId: string; portfolioId: string; from: AskedGrantor; bodyId: string }>,
): Promise<Pick<GiveGrant['data'], 'from' | 'facts'>> => {
  const { portfolioId, grantId, bodyId } = asked;
  const portfolio = await gather(Portfolio, portfolioId);
  const register = await gather(GrantRegister, grantRegisterIdOf(portfolioId));
  const { from, ...given } = await grantorFacts(gather, register, asked.from);
  const paths = pathsIn(await gather(Composition, compositionIdOf(portfolioId)));
  const holder = await gather(Body, bodyId);
  const isEntered = register.bodies.has(grantId);
  return { from, facts: { portfolioKnown: portfolio.status === 'open', holder, ...given, paths, isEntered } };
};
