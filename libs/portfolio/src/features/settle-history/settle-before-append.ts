import {
  digestOfBody,
  loadState,
  runCommand,
  type AppendIntent,
  type CommandRuntime,
  type Request,
} from '@docket/kernel';
import { Portfolio, type SettleHistory } from '../../domain/portfolio';
import { importsUnderWay } from './imports-under-way';

/** Asked by whoever is about to write the first live event; the key keeps it one request however often that is tried. */
const settlingFor = (
  { actor, authentication, onBehalfOf, correlationId, origin }: Request,
  portfolioId: string,
): Request => ({
  actor,
  authentication,
  ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
  operation: 'settle-history',
  key: `settle-${portfolioId}`,
  bodyDigest: digestOfBody({ portfolioId }),
  correlationId,
  origin,
});

const isSettled = async (runtime: CommandRuntime, portfolioId: string): Promise<boolean> => {
  const portfolio = await loadState(runtime, Portfolio, portfolioId);
  return portfolio.status === 'open' && portfolio.history === 'settled';
};

/**
 * What `CommandRuntime['beforeAppend']` does in Docket: before the first live event of a portfolio is stored, its history
 * is recorded as settled. Portfolios found settled are remembered. While history is being imported into a portfolio it cannot
 * settle: live events wait outside. `runtime` gives the runtime this is a part of.
 * @throws ImportUnderWay | Error when the portfolio an aggregate claims does not exist: a decider let it through
 */
export const settleBeforeAppend = (
  runtime: () => CommandRuntime,
): ((intent: AppendIntent) => Promise<void>) => {
  const settled = new Set<string>();
  return async ({ category, portfolio, request }) => {
    if (request.origin !== 'live' || portfolio === undefined || settled.has(portfolio)) return;
    const imports = importsUnderWay(runtime().store);
    if (imports.isInto(portfolio) && !(await isSettled(runtime(), portfolio))) imports.check(portfolio);
    if (category === Portfolio.category) return;
    if (imports.isShared && (await isSettled(runtime(), portfolio))) return void settled.add(portfolio);
    const asked = settlingFor(request, portfolio);
    const settle = (): SettleHistory => ({ type: 'SettleHistory', data: { portfolioId: portfolio } });
    const result = await imports.settling(portfolio, () =>
      runCommand(runtime(), Portfolio, portfolio, asked, settle),
    );
    if (result.outcome === 'refused')
      throw new Error(`The history of portfolio ${portfolio} could not be settled: ${result.refusal.code}.`);
    settled.add(portfolio);
  };
};
