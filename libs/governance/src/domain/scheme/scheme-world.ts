import { later, type Instant } from '@docket/kernel';
import { beyondLimit, type Authority } from '../authority';
import { chainOf, standingOfChain, type Chain, type KnownGrant } from '../grant';
import type { SchemeFacts } from './plan';
import { subjectOfGrant, type Tier } from './tier';

/** What a row would be as an authority: one that has begun begins now. */
export const authorityOf = ({ domains, kinds, outcomes, ...tier }: Tier, now: Instant): Authority => ({
  ...{ domains, kinds, outcomes, perDecision: tier.perDecision, perPeriod: tier.perPeriod },
  ...{ from: later(tier.from ?? now, now), until: tier.until },
});

/** The grants of a portfolio as they would be while a scheme is carried out, row after row. */
export class SchemeWorld {
  private readonly grants: Map<string, KnownGrant>;
  private readonly bySubject: ReadonlyMap<string, readonly KnownGrant[]>;
  private readonly limited: ReadonlySet<string>;
  /** Grants that were there before and that a row has taken: they stay for it, or are replaced by it. */
  private readonly taken = new Set<string>();

  constructor(
    private readonly facts: SchemeFacts,
    tiers: readonly Tier[],
    private readonly revokeMissing: boolean,
  ) {
    this.grants = new Map(facts.grants.map((grant) => [grant.grantId, grant]));
    this.bySubject = Map.groupBy(
      facts.grants.filter(({ isRevoked }) => !isRevoked),
      subjectOfGrant,
    );
    this.limited = new Set([...facts.grants, ...tiers].map(({ bodyId }) => bodyId));
  }

  /** Whether a body decides under its grants only: it was given one, or a row gives it one. */
  readonly isLimited = (bodyId: string): boolean => this.limited.has(bodyId);

  chain(grantId: string): Chain {
    const grant = this.grants.get(grantId);
    return grant ? chainOf(grant, this.grants, this.isLimited) : { grants: [], isRootLimited: false };
  }

  /** The grants for a subject that were there before and that no row has taken yet. */
  untaken(subject: string): readonly KnownGrant[] {
    return (this.bySubject.get(subject) ?? []).filter(({ grantId }) => !this.taken.has(grantId));
  }

  take(grantId: string): void {
    this.taken.add(grantId);
  }

  isTaken(grantId: string): boolean {
    return this.taken.has(grantId);
  }

  revoke(grantId: string): void {
    const grant = this.grants.get(grantId);
    if (grant) this.grants.set(grantId, { ...grant, isRevoked: true });
  }

  give(grant: KnownGrant): void {
    this.grants.set(grant.grantId, grant);
    this.taken.add(grant.grantId);
  }

  /** Whether a grant will be there afterwards, and all it hangs on with it; that its time has ended makes no difference. */
  stays(grantId: string): boolean {
    const { grants, isRootLimited } = this.chain(grantId);
    return grants.length > 0 && !isRootLimited && grants.every((one) => this.isKept(one));
  }

  /** What a body holds that will be there afterwards; those in force as a part of them begins, where there are any. */
  heldBy(bodyId: string, begins: Instant): readonly KnownGrant[] {
    const held = [...this.grants.values()].filter((one) => one.bodyId === bodyId && this.stays(one.grantId));
    const inForce = held.filter(({ grantId }) => standingOfChain(this.chain(grantId), begins) === 'in-force');
    return inForce.length > 0 ? inForce : held;
  }

  /** Whether an authority lies within a grant. */
  holds(outer: KnownGrant, inner: Authority): boolean {
    const pathOf = (nodeId: string) => this.facts.paths.get(nodeId) ?? [];
    return beyondLimit({ inner, outer: outer.authority, pathOf }) === undefined;
  }

  private isKept({ grantId, isRevoked }: KnownGrant): boolean {
    return !isRevoked && (!this.revokeMissing || this.taken.has(grantId));
  }
}
