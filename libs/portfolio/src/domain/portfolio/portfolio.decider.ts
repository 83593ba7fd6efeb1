import {
  accept,
  firstRefusal,
  isInstant,
  isTimeZone,
  refuse,
  tidyName,
  unreachable,
  type Command,
  type Decider,
  type DecisionContext,
  type Instant,
  type Policy,
  type Verdict,
} from '@docket/kernel';
import type { HistoryReached, HistorySettled, PortfolioEvent, PortfolioOpened } from './portfolio.events';

/** `currency` is an ISO 4217 code, `timeZone` an IANA name; the id follows from the name (`portfolioIdOf`). */
export type OpenPortfolio = Command<
  'OpenPortfolio',
  { portfolioId: string; name: string; currency: string; timeZone: string }
>;
/** Imported history of `source` comes to the moment `knownAt`. */
export type ReachHistory = Command<'ReachHistory', { portfolioId: string; knownAt: Instant; source: string }>;
/** No dated history may come in any more. */
export type SettleHistory = Command<'SettleHistory', { portfolioId: string }>;
export type PortfolioCommand = OpenPortfolio | ReachHistory | SettleHistory;

/** Why a command on a portfolio is not carried out. */
export type PortfolioRefusal =
  | 'portfolio-name-taken'
  | 'portfolio-unknown'
  | 'name-blank'
  | 'currency-unknown'
  | 'time-zone-unknown'
  | 'instant-malformed'
  | 'history-settled'
  | 'history-from-the-future'
  | 'history-out-of-order';

/** Imported history that came in: what `source` says was known at `knownAt`. */
export type Reached = Readonly<{ knownAt: Instant; source: string }>;

/** A portfolio that is there: what others gather of it. */
export type OpenedPortfolio = Readonly<{
  status: 'open';
  portfolioId: string;
  name: string;
  currency: string;
  timeZone: string;
  /** `open` while dated history may still come in; `settled` from the first live event on. */
  history: 'open' | 'settled';
  /** How far imported history has come; absent where none came in. */
  reachedAt?: Instant;
  reached: readonly Reached[];
}>;
export type PortfolioState = Readonly<{ status: 'absent' }> | OpenedPortfolio;

export const initialState = (): PortfolioState => ({ status: 'absent' });

export const evolve = (state: PortfolioState, event: PortfolioEvent): PortfolioState => {
  switch (event.type) {
    case 'PortfolioOpened':
      return { status: 'open', ...event.data, reached: [] };
    case 'HistoryReached': {
      const { knownAt, source } = event.data;
      return state.status === 'open'
        ? { ...state, reachedAt: knownAt, reached: [...state.reached, { knownAt, source }] }
        : state;
    }
    case 'HistorySettled':
      return state.status === 'open' ? { ...state, history: 'settled' } : state;
    default:
      return unreachable(event);
  }
};

type Opening = Readonly<{ data: OpenPortfolio['data']; context: DecisionContext }>;
const openingPolicies: readonly Policy<Opening, PortfolioRefusal>[] = [
  function portfolioHasAName({ data }) {
    if (tidyName(data.name) !== '') return undefined;
    return { code: 'name-blank', message: 'A portfolio needs a name people can call it by.' };
  },
  function currencyIsKnown({ data }) {
    if (Intl.supportedValuesOf('currency').includes(data.currency)) return undefined;
    return {
      code: 'currency-unknown',
      message: `"${data.currency}" is not a currency code. Give one of ISO 4217, such as GBP or EUR.`,
    };
  },
  function timeZoneIsKnown({ data }) {
    if (isTimeZone(data.timeZone)) return undefined;
    return {
      code: 'time-zone-unknown',
      message: `"${data.timeZone}" is not a time zone. Give an IANA name, such as Europe/London.`,
    };
  },
  function nothingIsKnownBeforeItsTime({ context }) {
    if (context.at <= context.now) return undefined;
    return {
      code: 'history-from-the-future',
      message: `${context.at} has not come yet: it is ${context.now}.`,
    };
  },
];

const openPortfolio = (
  { data }: OpenPortfolio,
  state: PortfolioState,
  context: DecisionContext,
): Verdict<PortfolioOpened, PortfolioRefusal> => {
  if (state.status === 'open')
    return refuse(
      'portfolio-name-taken',
      `There is a portfolio named "${state.name}" already. Choose another name.`,
    );
  const refused = firstRefusal(openingPolicies, { data, context });
  if (refused) return refused;
  const { portfolioId, name, currency, timeZone } = data;
  const history = context.origin === 'import' ? 'open' : 'settled';
  return accept({
    type: 'PortfolioOpened',
    data: { portfolioId, name: tidyName(name), currency, timeZone, history },
  });
};

type Reaching = Readonly<{ data: ReachHistory['data']; state: OpenedPortfolio; context: DecisionContext }>;
const reachingPolicies: readonly Policy<Reaching, PortfolioRefusal>[] = [
  function instantIsOne({ data }) {
    if (isInstant(data.knownAt)) return undefined;
    return {
      code: 'instant-malformed',
      message: 'This is not a moment in UTC. Write it like 2019-07-01T00:00:00.000Z.',
    };
  },
  function historyIsOpen({ state }) {
    if (state.history === 'open') return undefined;
    return {
      code: 'history-settled',
      message: `The dates of "${state.name}" are settled. Imported history needs a portfolio without any live event.`,
    };
  },
  function historyIsPast({ data, context }) {
    if (data.knownAt <= context.now) return undefined;
    return {
      code: 'history-from-the-future',
      message: `${data.knownAt} has not come yet: it is ${context.now}.`,
    };
  },
  function historyComesInOrder({ data, state }) {
    if (state.reachedAt === undefined || data.knownAt >= state.reachedAt) return undefined;
    return {
      code: 'history-out-of-order',
      message: `History of "${state.name}" has reached ${state.reachedAt}; ${data.knownAt} lies before it. Import the oldest file first.`,
    };
  },
];

const reachHistory = (
  { data }: ReachHistory,
  state: PortfolioState,
  context: DecisionContext,
): Verdict<HistoryReached, PortfolioRefusal> => {
  if (state.status === 'absent') return unknownPortfolio();
  const { portfolioId } = state;
  const { knownAt, source } = data;
  if (state.reached.some((one) => one.knownAt === knownAt && one.source === source)) return accept();
  return (
    firstRefusal(reachingPolicies, { data, state, context }) ??
    accept({ type: 'HistoryReached', data: { portfolioId, knownAt, source } })
  );
};

const settleHistory = (state: PortfolioState): Verdict<HistorySettled, PortfolioRefusal> => {
  if (state.status === 'absent') return unknownPortfolio();
  const { portfolioId, history } = state;
  return history === 'settled' ? accept() : accept({ type: 'HistorySettled', data: { portfolioId } });
};

const unknownPortfolio = () =>
  refuse('portfolio-unknown', 'There is no such portfolio. List the portfolios, or open it first.');

export const decider: Decider<PortfolioState, PortfolioCommand, PortfolioEvent, PortfolioRefusal> = {
  initialState,
  evolve,
  decide: (command, state, context) => {
    switch (command.type) {
      case 'OpenPortfolio':
        return openPortfolio(command, state, context);
      case 'ReachHistory':
        return reachHistory(command, state, context);
      case 'SettleHistory':
        return settleHistory(state);
      default:
        return unreachable(command);
    }
  },
};
