import { Decimal, firstRefusal, type Policy, type Refusal } from '@docket/kernel';
import type { AskedFor, Authority } from './authority';

/** Why an authority does not permit a motion. */
export type NotPermitted =
  | 'another-portfolio'
  | 'grant-not-begun'
  | 'grant-expired'
  | 'domain-not-covered'
  | 'kind-not-covered'
  | 'outcome-not-covered'
  | 'over-limit-per-decision';

/** An authority as it was given in a portfolio, and what it is asked for. */
export type Exercise = Readonly<{ portfolioId: string; authority: Authority; asked: AskedFor }>;

/** What must hold for an authority to permit a motion; the first that does not is told. */
const permittingPolicies: readonly Policy<Exercise, NotPermitted>[] = [
  function itIsOfThisPortfolio({ portfolioId, asked }) {
    if (asked.portfolioId === portfolioId) return undefined;
    return {
      code: 'another-portfolio',
      message: 'The authority was given in another portfolio. Ask a body of this one.',
    };
  },
  function itHasBegun({ authority: { from }, asked: { at } }) {
    if (from <= at) return undefined;
    return {
      code: 'grant-not-begun',
      message: `It begins at ${from}. Wait until then, or ask a body above.`,
    };
  },
  function itHasNotExpired({ authority: { until }, asked: { at } }) {
    if (until === null || at < until) return undefined;
    return { code: 'grant-expired', message: `It expired at ${until}. Have it granted anew.` };
  },
  function domainIsCovered({ authority: { domains }, asked: { path } }) {
    if (domains === null || domains.some((nodeId) => path.includes(nodeId))) return undefined;
    return {
      code: 'domain-not-covered',
      message: 'The component stands outside of what it covers. Ask a body whose domain holds it.',
    };
  },
  function kindIsCovered({ authority: { kinds }, asked: { kind } }) {
    if (kinds === null || (kind !== null && kinds.includes(kind))) return undefined;
    return {
      code: 'kind-not-covered',
      message: `It covers decisions of the kind ${kinds.join(', ')}; this one ${kind === null ? 'does not say its kind' : `is of the kind ${kind}`}.`,
    };
  },
  function everyOutcomeIsCovered({ authority: { outcomes }, asked }) {
    const beyond = asked.outcomes.find((outcome) => outcomes?.includes(outcome) === false);
    if (outcomes === null || beyond === undefined) return undefined;
    return {
      code: 'outcome-not-covered',
      message: `It covers ${outcomes.join(', ')}; "${beyond}" is for a body above.`,
    };
  },
  function valueIsWithinTheLimit({ authority: { perDecision }, asked: { counted } }) {
    if (perDecision === null || Decimal.of(counted).compare(Decimal.of(perDecision)) <= 0) return undefined;
    return {
      code: 'over-limit-per-decision',
      message: `It goes up to ${perDecision} for one decision; with what is linked to it this one counts ${counted}.`,
    };
  },
];

/** Why an authority does not permit a motion, the first reason; `undefined` where it does. What a period has left, its account says. */
export const notPermitted = (exercise: Exercise): Refusal<NotPermitted> | undefined =>
  firstRefusal(permittingPolicies, exercise)?.refusal;
