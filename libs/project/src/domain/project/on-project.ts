import type { Command, Instant } from '@docket/kernel';

/** What a project's rules ask of its portfolio: gathered from the portfolio's stream on every attempt. */
export type PortfolioFacts =
  | Readonly<{ status: 'absent' }>
  | Readonly<{
      status: 'open';
      currency: string;
      timeZone: string;
      history: 'open' | 'settled';
      reachedAt?: Instant;
    }>;

/** A command on one project. */
export type OnProject<Type extends string, Data extends object = object> = Command<
  Type,
  { projectId: string; portfolio: PortfolioFacts } & Data
>;
