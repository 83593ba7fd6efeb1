import { type Refusal } from '@docket/kernel';
import { Grant, type GiveGrant, type Grantor, type GrantRefusal, type KnownGrant } from '../grant';
import { columnOf } from './column-of';
import {
  plannedId,
  type MissingGrant,
  type PlannedRow,
  type RowRefusal,
  type SchemeFacts,
  type ToGive,
} from './plan';
import { authorityOf, SchemeWorld } from './scheme-world';
import { differencesBetween, subjectOfTier, type SchemeColumn, type Tier } from './tier';

type Trouble = Readonly<{ column: SchemeColumn; refusal: Refusal<RowRefusal> }>;

const trouble = (column: SchemeColumn, code: RowRefusal, message: string): Trouble => ({
  column,
  ...{ refusal: { code, message } },
});

const REASON = 'The scheme says otherwise.';

/** Judges the rows of a scheme one after the other, each in the world that those before it leave. */
export class SchemeJudge {
  private readonly world: SchemeWorld;
  private readonly byLine = new Map<number, PlannedRow>();

  constructor(
    private readonly facts: SchemeFacts,
    private readonly tiers: readonly Tier[],
    revokeMissing: boolean,
  ) {
    this.world = new SchemeWorld(facts, tiers, revokeMissing);
  }

  get rows(): readonly PlannedRow[] {
    return [...this.byLine.values()];
  }

  isPlaced({ line }: Pick<Tier, 'line'>): boolean {
    return this.byLine.has(line);
  }

  /** Whether a row could be placed by what is there by now, though others for its grantor are still to come. */
  canBePlaced(tier: Tier): boolean {
    return this.sameStaying(tier) !== undefined || this.holding(tier).length > 0;
  }

  refuse(tier: Tier, column: SchemeColumn, code: RowRefusal, message: string): void {
    this.byLine.set(tier.line, { tier, does: 'refuse', column, refusal: { code, message } });
  }

  place(tier: Tier): void {
    const staying = this.sameStaying(tier);
    if (staying) {
      this.world.take(staying.grantId);
      this.byLine.set(tier.line, { tier, does: 'nothing', grantId: staying.grantId });
    } else this.byLine.set(tier.line, this.given(tier));
  }

  /** What was in force or to come before, and no row has taken. */
  missing(wasLive: (grant: KnownGrant) => boolean): readonly MissingGrant[] {
    return this.facts.grants
      .filter((grant) => !this.world.isTaken(grant.grantId) && wasLive(grant))
      .map((grant) => ({ grant, refusal: this.revoking(grant) ?? null }));
  }

  private given(tier: Tier): PlannedRow {
    const replaced = this.replacedBy(tier);
    if (replaced) {
      this.world.take(replaced.grantId);
      this.world.revoke(replaced.grantId);
      const refusal = this.revoking(replaced);
      if (refusal) return { tier, does: 'refuse', column: 'granted by', refusal };
    }
    const from = this.grantorOf(tier);
    return 'refusal' in from ? { tier, does: 'refuse', ...from } : this.judged(tier, from, replaced);
  }

  private judged(tier: Tier, from: Grantor, replaced: KnownGrant | undefined): PlannedRow {
    const { bodyId, maySubDelegate, callInHours } = tier;
    const { from: begins, ...authority } = authorityOf(tier, this.now);
    const later = begins > this.now ? { from: begins } : {};
    const give: ToGive = {
      from,
      bodyId,
      authority: { ...authority, ...later },
      maySubDelegate,
      callInHours,
    };
    const verdict = Grant.decider.decide(
      this.commandFor(tier.line, give),
      { status: 'absent' },
      this.facts.context,
    );
    if (verdict.outcome === 'refused')
      return { tier, does: 'refuse', column: columnOf(verdict.refusal), refusal: verdict.refusal };
    const state = verdict.events.reduce(Grant.decider.evolve, Grant.decider.initialState());
    if (state.status === 'given') this.world.give(state);
    const differs = replaced ? differencesBetween(tier, replaced, this.now) : [];
    const differing: readonly SchemeColumn[] = replaced && differs.length === 0 ? ['part of'] : differs;
    return { tier, does: 'give', give, replaces: replaced?.grantId ?? null, differs: differing };
  }

  private commandFor(line: number, give: ToGive): GiveGrant {
    const { portfolioId, bodies, paths } = this.facts;
    const { from, bodyId } = give;
    const absent = { status: 'absent' } as const;
    const grantingBody = from.kind === 'portfolio' ? '' : from.bodyId;
    const facts = {
      portfolioKnown: true,
      holder: bodies.get(bodyId) ?? absent,
      grantor: bodies.get(grantingBody) ?? absent,
      above: this.world.chain(from.kind === 'grant' ? from.grantId : ''),
      isGrantorLimited: this.world.isLimited(grantingBody),
      ...{ paths, isEntered: true },
    };
    return { type: 'GiveGrant', data: { grantId: plannedId(line), portfolioId, ...give, facts } };
  }

  private get now() {
    return this.facts.context.at;
  }

  /** Grants that say what a row says and are no row's yet. */
  private same(tier: Tier): readonly KnownGrant[] {
    return this.world
      .untaken(subjectOfTier(tier))
      .filter((grant) => differencesBetween(tier, grant, this.now).length === 0);
  }

  /** The grant that says what a row says, if it can go on doing so. */
  private sameStaying(tier: Tier): KnownGrant | undefined {
    const above = tier.partOf === null ? undefined : this.grantIdOf(tier.partOf);
    return this.same(tier).find(({ from }) => {
      if (from.kind === 'portfolio') return true;
      if (from.kind === 'body') return tier.partOf === null && !this.world.isLimited(from.bodyId);
      return (tier.partOf === null || from.grantId === above) && this.world.stays(from.grantId);
    });
  }

  private grantIdOf(line: number): string | undefined {
    const row = this.byLine.get(line);
    if (!row || row.does === 'refuse') return undefined;
    return row.does === 'nothing' ? row.grantId : plannedId(line);
  }

  /** The grant a row takes the place of: for the same, and not what another row says word for word; with the same outcomes first. */
  private replacedBy(tier: Tier): KnownGrant | undefined {
    const [same] = this.same(tier);
    if (same) return same;
    const subject = subjectOfTier(tier);
    const waiting = this.tiers.filter((one) => !this.isPlaced(one) && subjectOfTier(one) === subject);
    const isFree = (grant: KnownGrant) =>
      !waiting.some((one) => differencesBetween(one, grant, this.now).length === 0) && !this.isOver(grant);
    const free = this.world.untaken(subject).filter(isFree);
    return free.find((grant) => !differencesBetween(tier, grant, this.now).includes('outcomes')) ?? free[0];
  }

  private isOver({ authority: { until } }: KnownGrant): boolean {
    return until !== null && until <= this.now;
  }

  private holding(tier: Tier): readonly KnownGrant[] {
    if (tier.grantor === null) return [];
    const inner = authorityOf(tier, this.now);
    return this.world.heldBy(tier.grantor, inner.from).filter((outer) => this.world.holds(outer, inner));
  }

  /** Of what a row is a part. */
  private grantorOf(tier: Tier): Grantor | Trouble {
    const { grantor, partOf } = tier;
    if (grantor === null) return { kind: 'portfolio' };
    if (grantor === tier.bodyId) return TO_ITSELF;
    if (partOf !== null) return this.rowAbove(grantor, partOf);
    if (!this.world.isLimited(grantor)) return { kind: 'body', bodyId: grantor };
    const refused = this.rows.find((row) => row.does === 'refuse' && row.tier.bodyId === grantor);
    if (refused) return aboveIsRefused(refused.tier.line);
    const [first, second] = this.holding(tier);
    if (first && second) return ambiguous(first, second);
    const nearest = first ?? this.world.heldBy(grantor, authorityOf(tier, this.now).from)[0];
    return nearest ? { kind: 'grant', grantId: nearest.grantId, bodyId: grantor } : NOTHING_HELD;
  }

  private rowAbove(grantor: string, line: number): Grantor | Trouble {
    const row = this.byLine.get(line);
    const grantId = this.grantIdOf(line);
    if (!row || grantId === undefined) return aboveIsRefused(line);
    if (row.tier.bodyId === grantor) return { kind: 'grant', grantId, bodyId: grantor };
    return trouble(
      'part of',
      'row-above-held-by-another',
      `Line ${line} is held by another body than the one that grants this. Name a row of the granting body.`,
    );
  }

  private revoking(grant: KnownGrant): Refusal<GrantRefusal> | undefined {
    const { bodies, context } = this.facts;
    const grantor = bodies.get(grant.from.kind === 'portfolio' ? '' : grant.from.bodyId);
    const data = { reason: REASON, grantor: grantor ?? ({ status: 'absent' } as const) };
    const verdict = Grant.decider.decide(
      { type: 'RevokeGrant', data },
      { status: 'given', ...grant },
      context,
    );
    return verdict.outcome === 'refused' ? verdict.refusal : undefined;
  }
}

const aboveIsRefused = (line: number): Trouble =>
  trouble('granted by', 'row-above-refused', `It would be a part of line ${line}, which is refused.`);

const ambiguous = (first: KnownGrant, second: KnownGrant): Trouble =>
  trouble(
    'part of',
    'row-above-ambiguous',
    `It lies within several grants of the granting body (${first.grantId}, ${second.grantId}). Give rows a reference, and name the one it is a part of.`,
  );

const TO_ITSELF = trouble(
  'holder',
  'circle-of-grants',
  'A body grants nothing to itself. Name the body, or the portfolio, that it has this from.',
);

const NOTHING_HELD = trouble(
  'granted by',
  'nothing-held-in-force',
  'The granting body holds nothing any more of which this could be a part. Grant it something first, in a row of its own.',
);
