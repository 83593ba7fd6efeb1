import { Decimal, firstRefusal, type DecimalText, type Policy, type Refusal } from '@docket/kernel';
import type { Authority, PeriodLimit } from './authority';
import { timesIn } from './calendar-period';

/** An authority that is to lie within another; `pathOf`: a node and all it stands in, innermost first. */
export type Comparison = Readonly<{
  inner: Authority;
  outer: Authority;
  pathOf: (nodeId: string) => readonly string[];
}>;

const goesUpTo = (inner: DecimalText | null, outer: DecimalText | null): boolean =>
  outer === null || (inner !== null && Decimal.of(inner).compare(Decimal.of(outer)) <= 0);

const allOf = (inner: readonly string[] | null, outer: readonly string[] | null): boolean =>
  outer === null || (inner !== null && inner.every((one) => outer.includes(one)));

/** The most that could be spent in one period of the outer limit, if the inner one were used up. */
const spentWithin = (inner: PeriodLimit, outer: PeriodLimit): DecimalText =>
  Decimal.of(inner.amount)
    .times(Decimal.of(timesIn(inner.period, outer.period)))
    .toString();

const inWords = (list: readonly string[] | null): string => (list === null ? 'all' : list.join(', '));

const ofPeriod = (limit: PeriodLimit | null): string =>
  limit === null ? 'without limit' : `${limit.amount} per ${limit.period}`;

const beyond = (message: string) => ({ code: 'beyond-own-limit', message }) as const;

const withinPolicies: readonly Policy<Comparison, 'beyond-own-limit'>[] = [
  function domainsLieWithin({ inner, outer, pathOf }) {
    const covered = (nodeId: string) => pathOf(nodeId).some((one) => outer.domains?.includes(one));
    if (outer.domains === null || inner.domains?.every(covered)) return undefined;
    return beyond(
      `Domain: one's own authority covers ${inWords(outer.domains)} and what stands there. Delegate nothing outside of it.`,
    );
  },
  function kindsLieWithin({ inner, outer }) {
    if (allOf(inner.kinds, outer.kinds)) return undefined;
    return beyond(
      `Kind: one's own authority is for ${inWords(outer.kinds)}, what is delegated for ${inWords(inner.kinds)}.`,
    );
  },
  function outcomesLieWithin({ inner, outer }) {
    if (allOf(inner.outcomes, outer.outcomes)) return undefined;
    return beyond(
      `Outcome: one's own authority is for ${inWords(outer.outcomes)}, what is delegated for ${inWords(inner.outcomes)}.`,
    );
  },
  function limitPerDecisionLiesWithin({ inner, outer }) {
    if (goesUpTo(inner.perDecision, outer.perDecision)) return undefined;
    return beyond(
      `Limit per decision: one's own is ${outer.perDecision}, what is delegated ${inner.perDecision ?? 'without limit'}.`,
    );
  },
  function limitPerPeriodLiesWithin({ inner, outer }) {
    if (outer.perPeriod === null) return undefined;
    const most = inner.perPeriod && spentWithin(inner.perPeriod, outer.perPeriod);
    if (goesUpTo(most, outer.perPeriod.amount)) return undefined;
    return beyond(
      `Limit per period: one's own is ${ofPeriod(outer.perPeriod)}, what is delegated ${ofPeriod(inner.perPeriod)}.`,
    );
  },
  function termLiesWithin({ inner, outer }) {
    const endsInTime = outer.until === null || (inner.until !== null && inner.until <= outer.until);
    if (inner.from >= outer.from && endsInTime) return undefined;
    return beyond(
      `Term: one's own holds from ${outer.from}${outer.until === null ? '' : ` until ${outer.until}`}. Delegate for no longer.`,
    );
  },
];

/** Which limit one authority oversteps within which it is to lie; `undefined` where it lies within. */
export const beyondLimit = (comparison: Comparison): Refusal<'beyond-own-limit'> | undefined =>
  firstRefusal(withinPolicies, comparison)?.refusal;
