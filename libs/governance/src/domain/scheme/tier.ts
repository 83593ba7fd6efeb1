import { byCodeUnits, Decimal, type DecimalText, type Instant } from '@docket/kernel';
import type { Authority } from '../authority';
import type { KnownGrant } from '../grant';

/**
 * One row of a scheme of delegation: what one body may decide, and who gives it that. `line` tells rows apart; it is the line of the
 * file. `grantor` is a body, null: the portfolio. `partOf` is the line of the row it is a part of, null: the one that holds it. Without
 * `from`, and with one that has passed, it is in force now.
 */
export type Tier = Readonly<
  {
    line: number;
    bodyId: string;
    grantor: string | null;
    partOf: number | null;
    from: Instant | null;
    maySubDelegate: boolean;
    callInHours: number | null;
  } & Omit<Authority, 'from'>
>;

/** A column of a scheme, as people call it. */
export type SchemeColumn =
  | 'holder'
  | 'granted by'
  | 'part of'
  | 'domain'
  | 'kind'
  | 'outcomes'
  | 'limit per decision'
  | 'limit per period'
  | 'from'
  | 'until'
  | 'may sub-delegate'
  | 'call-in hours';

/** The body that gave a grant; null: the portfolio did. */
export const grantingBodyOf = ({ from }: Pick<KnownGrant, 'from'>): string | null =>
  from.kind === 'portfolio' ? null : from.bodyId;

/** A list in one text, whatever its order and however often it says something. */
const listText = (list: readonly string[] | null): string | null =>
  list && JSON.stringify([...new Set(list)].sort(byCodeUnits));

const sameList = (a: readonly string[] | null, b: readonly string[] | null): boolean =>
  listText(a) === listText(b);

const sameAmount = (a: DecimalText | null, b: DecimalText | null): boolean =>
  a === null || b === null ? a === b : Decimal.of(a).equals(Decimal.of(b));

type Comparing = (tier: Tier, grant: KnownGrant, now: Instant) => boolean;

/** What a row and a grant for the same can differ in. When it began makes no difference once it has begun. */
const COMPARED: readonly (readonly [SchemeColumn, Comparing])[] = [
  ['outcomes', (tier, { authority }) => sameList(tier.outcomes, authority.outcomes)],
  ['limit per decision', (tier, { authority }) => sameAmount(tier.perDecision, authority.perDecision)],
  [
    'limit per period',
    ({ perPeriod: a }, { authority: { perPeriod: b } }) =>
      a === null || b === null ? a === b : a.period === b.period && sameAmount(a.amount, b.amount),
  ],
  [
    'from',
    (tier, { authority: { from } }, now) =>
      tier.from === null || tier.from <= now ? from <= now : from === tier.from,
  ],
  ['until', (tier, { authority }) => tier.until === authority.until],
  ['may sub-delegate', (tier, grant) => tier.maySubDelegate === grant.maySubDelegate],
  ['call-in hours', (tier, grant) => tier.callInHours === grant.callInHours],
];

/** The columns in which a row says something else than a grant for the same. */
export const differencesBetween = (tier: Tier, grant: KnownGrant, now: Instant): readonly SchemeColumn[] =>
  COMPARED.filter(([, isSame]) => !isSame(tier, grant, now)).map(([column]) => column);

type For = Readonly<{ bodyId: string; grantor: string | null }> & Pick<Authority, 'domains' | 'kinds'>;

const textOf = ({ bodyId, grantor, domains, kinds }: For): string =>
  JSON.stringify([bodyId, grantor, listText(domains), listText(kinds)]);

/** What a row is for: holder, who grants it, domains and kinds. Two rows for the same are one that has changed. */
export const subjectOfTier = (tier: Tier): string => textOf(tier);

/** The same of a grant. */
export const subjectOfGrant = (grant: KnownGrant): string =>
  textOf({ bodyId: grant.bodyId, grantor: grantingBodyOf(grant), ...grant.authority });
