import type { DecisionContext, Refusal } from '@docket/kernel';
import type { BodyState } from '../body';
import type { AskedAuthority, Grantor, GrantRefusal, KnownGrant } from '../grant';
import type { SchemeColumn, Tier } from './tier';

/** What a scheme is judged by, gathered from streams. */
export type SchemeFacts = Readonly<{
  portfolioId: string;
  /** The bodies that rows and grants name, by id. */
  bodies: ReadonlyMap<string, BodyState>;
  /** Every grant that was ever given in the portfolio, oldest first. */
  grants: readonly KnownGrant[];
  /** Each open node with all it stands in, innermost first. */
  paths: ReadonlyMap<string, readonly string[]>;
  context: DecisionContext;
}>;

/** What would be given for a row. Its grantor may be `plannedId` of a row that is given before it. */
export type ToGive = Readonly<{
  from: Grantor;
  bodyId: string;
  authority: AskedAuthority;
  maySubDelegate: boolean;
  callInHours: number | null;
}>;

/** Why a row cannot become a grant, beside the rules of giving one. */
export type RowRefusal =
  | GrantRefusal
  | 'row-repeated'
  | 'row-above-refused'
  | 'row-above-held-by-another'
  | 'row-above-ambiguous'
  | 'nothing-held-in-force';

/** What becomes of a row. `replaces`: the grant that is revoked for it; `differs`: in what that one said otherwise. */
export type PlannedRow = Readonly<{ tier: Tier }> &
  Readonly<
    | { does: 'nothing'; grantId: string }
    | { does: 'give'; give: ToGive; replaces: string | null; differs: readonly SchemeColumn[] }
    | { does: 'refuse'; column: SchemeColumn; refusal: Refusal<RowRefusal> }
  >;

/** A grant in force, or to come, that no row of the scheme names; `refusal`: why the one who imports may not revoke it. */
export type MissingGrant = Readonly<{ grant: KnownGrant; refusal: Refusal<GrantRefusal> | null }>;

/** What an import would do: its rows in the order they are given, roots first; and what the scheme does not name any more. */
export type SchemePlan = Readonly<{ rows: readonly PlannedRow[]; missing: readonly MissingGrant[] }>;

/** The id under which a row stands in a plan until its grant has one. */
export const plannedId = (line: number): string => `line ${line}`;
