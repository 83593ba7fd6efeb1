import { isAmount, isInstant, type DecisionContext, type Policy } from '@docket/kernel';
import { beyondLimit, type Authority } from '../authority';
import { seatOf, type BodyState } from '../body';
import type { GiveGrant, GrantRefusal } from './grant.commands';
import { standingOfChain } from './chain';

/** A grant as it would be given. */
export type Giving = Readonly<{ data: GiveGrant['data']; authority: Authority; context: DecisionContext }>;

type Rule = Policy<Giving, GrantRefusal>;

/** Whether the person chairs the body, in term now. */
export const chairs = (body: BodyState, { actor, at }: DecisionContext): boolean =>
  body.status !== 'absent' && seatOf(body.seats, actor, at)?.role === 'chair';

const whoAndWhere: readonly Rule[] = [
  function portfolioIsKnown({ data: { facts } }) {
    if (facts.portfolioKnown) return undefined;
    return {
      code: 'portfolio-unknown',
      message: 'There is no such portfolio. List the portfolios, or open it first.',
    };
  },
  function grantAboveIsKnown({ data: { from, facts } }) {
    if (from.kind !== 'grant' || facts.above.grants.length > 0) return undefined;
    return { code: 'grant-unknown', message: `There is no grant ${from.grantId}. List those in force.` };
  },
  function bodiesAreKnown({ data: { from, facts } }) {
    const grantorKnown = from.kind === 'portfolio' || facts.grantor.status !== 'absent';
    if (facts.holder.status !== 'absent' && grantorKnown) return undefined;
    return {
      code: 'body-unknown',
      message: `There is no such body to ${grantorKnown ? 'give it to' : 'give it'}. List the bodies of the portfolio; a lead is a body of one.`,
    };
  },
  function allOfOnePortfolio({ data: { portfolioId, facts } }) {
    const bodies = [facts.holder, facts.grantor].every(
      (body) => body.status === 'absent' || body.portfolioId === portfolioId,
    );
    if (bodies && facts.above.grants.every((grant) => grant.portfolioId === portfolioId)) return undefined;
    return {
      code: 'another-portfolio',
      message: 'Authority is granted between bodies of one portfolio. Choose a body and a grant of this one.',
    };
  },
  function actorMayGrant({ data: { from, facts }, context }) {
    if (context.reach === 'anything' || (from.kind !== 'portfolio' && chairs(facts.grantor, context)))
      return undefined;
    return {
      code: 'not-yours-to-grant',
      message: `${context.actor} does not chair the granting body. Its chair, the PMO or a portfolio manager grants.`,
    };
  },
];

/** The longest time to call a decision in: a year. */
export const MOST_CALL_IN_HOURS = 8_784;

/** A list that is there names something. */
const coversSome = (list: readonly string[] | null): boolean => list === null || list.length > 0;

const whatIsGranted: readonly Rule[] = [
  function somethingIsCovered({ authority: { domains, kinds, outcomes } }) {
    if ([domains, kinds, outcomes].every(coversSome)) return undefined;
    return {
      code: 'nothing-covered',
      message:
        'A list of domains, kinds or outcomes without any covers nothing. Leave the list out to cover all, or name some.',
    };
  },
  function domainsAreOpenNodes({ data: { facts }, authority: { domains } }) {
    const unknown = domains?.find((nodeId) => !facts.paths.has(nodeId));
    return unknown === undefined
      ? undefined
      : {
          code: 'node-unknown',
          message: `The portfolio has no open node ${unknown}. Its composition lists them; leave the domains out for the whole portfolio.`,
        };
  },
  function limitsAreAmounts({ authority: { perDecision, perPeriod } }) {
    const limits = [perDecision, perPeriod && perPeriod.amount];
    if (limits.every((one) => one === null || isAmount(one))) return undefined;
    return {
      code: 'limit-malformed',
      message: 'A limit is an amount from 0 on, in the currency of the portfolio. Leave it out for none.',
    };
  },
  function callInWindowIsInHours({ data: { callInHours } }) {
    const isWhole = callInHours === null || Number.isSafeInteger(callInHours);
    if (isWhole && (callInHours === null || (callInHours >= 1 && callInHours <= MOST_CALL_IN_HOURS)))
      return undefined;
    return {
      code: 'call-in-window-malformed',
      message: `The time to call a decision in is whole hours, from 1 to ${MOST_CALL_IN_HOURS}. Leave it out for none.`,
    };
  },
  function somebodyMayCallIn({ data: { from, callInHours } }) {
    if (callInHours === null || from.kind !== 'portfolio') return undefined;
    return {
      code: 'call-in-by-nobody',
      message:
        'What the portfolio grants no body above could call in. Leave the time out, or have a body grant it.',
    };
  },
  function termIsMadeOfInstants({ authority: { from, until } }) {
    if (isInstant(from) && (until === null || isInstant(until))) return undefined;
    return {
      code: 'term-malformed',
      message: 'Write the term as moments, such as 2026-01-01T00:00:00.000Z.',
    };
  },
  function termDoesNotReachBack({ authority: { from }, context: { at } }) {
    if (from >= at) return undefined;
    return {
      code: 'term-starts-in-the-past',
      message: `It would have begun at ${from}. A grant holds from its recording on: leave the start out, or give a later one.`,
    };
  },
  function termStartsBeforeItEnds({ authority: { from, until } }) {
    if (until === null || from < until) return undefined;
    return {
      code: 'term-ends-before-it-starts',
      message: `It would end at ${until}, before or as it starts at ${from}. Give a later end, or none.`,
    };
  },
];

const ground: readonly Rule[] = [
  function authorityDoesNotReturn({ data: { bodyId, from, facts } }) {
    const met = new Set(facts.above.grants.flatMap((one) => [one.bodyId, ...rootBodyOf(one.from)]));
    if (bodyId !== bodyIdOf(from) && !met.has(bodyId)) return undefined;
    return {
      code: 'circle-of-grants',
      message: `Authority would return to whom it came from: body ${bodyId} stands in the chain of grants above. Give it to another body.`,
    };
  },
  function itIsPartOfANamedGrant({ data: { from, facts } }) {
    if (from.kind !== 'body' || !facts.isGrantorLimited) return undefined;
    return {
      code: 'grant-not-named',
      message:
        'The authority of the granting body is that of its grants. Name the grant this one is a part of.',
    };
  },
  function subDelegationIsAllowed({ data: { facts } }) {
    const [own] = facts.above.grants;
    if (!own || own.maySubDelegate) return undefined;
    return {
      code: 'sub-delegation-not-allowed',
      message: `Grant ${own.grantId} may not be passed on. Ask who gave it to grant this directly.`,
    };
  },
  function whatItIsPartOfIsInForce({ data: { facts }, authority: { from }, context: { at } }) {
    const [own] = facts.above.grants;
    const standing = own && standingOfChain(facts.above, from > at ? from : at);
    if (!own || standing === 'in-force') return undefined;
    const said = { expired: 'has expired by then', 'not-begun': 'has not begun by then' } as const;
    return {
      code:
        standing === 'expired'
          ? 'grant-expired'
          : standing === 'not-begun'
            ? 'grant-not-begun'
            : 'grant-revoked',
      message: `Grant ${own.grantId} ${standing === 'expired' || standing === 'not-begun' ? said[standing] : 'is revoked, or what it hangs on is'}: nothing can be granted out of it. Name one that is in force.`,
    };
  },
  function itLiesWithinOnesOwn({ data: { facts }, authority }) {
    const [own] = facts.above.grants;
    const pathOf = (nodeId: string) => facts.paths.get(nodeId) ?? [];
    return own && beyondLimit({ inner: authority, outer: own.authority, pathOf });
  },
  function itIsEntered({ data: { facts } }) {
    if (facts.isEntered) return undefined;
    return {
      code: 'grant-not-entered',
      message: 'The register of the portfolio does not have this grant yet. Enter it first.',
    };
  },
];

const bodyIdOf = (from: GiveGrant['data']['from']): string | undefined =>
  from.kind === 'portfolio' ? undefined : from.bodyId;

const rootBodyOf = (from: GiveGrant['data']['from']): readonly string[] =>
  from.kind === 'portfolio' ? [] : [from.bodyId];

/** What must hold for a grant to be given, asked in this order; that it is entered comes last. */
export const givingPolicies: readonly Rule[] = [...whoAndWhere, ...whatIsGranted, ...ground];
