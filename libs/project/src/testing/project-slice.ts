import { decodeStored, type Receipt, type Recorded, type Refused, type StoredEvent } from '@docket/kernel';
import {
  Composition,
  OpenPortfolioCommand,
  Portfolio,
  PortfolioModule,
  portfolioProjections,
  ReachHistoryCommand,
} from '@docket/portfolio';
import { openSlice, requestOf, type Slice } from '@docket/portfolio/testing';
import { DependencyGraph, GateSet, Project, ProjectModule, projectProjections } from '..';

const READERS = [
  ['composition', (event: StoredEvent): Recorded => decodeStored(Composition.codec, event)],
  ['portfolio', (event: StoredEvent): Recorded => decodeStored(Portfolio.codec, event)],
  ['dependency-graph', (event: StoredEvent): Recorded => decodeStored(DependencyGraph.codec, event)],
  ['gate-set', (event: StoredEvent): Recorded => decodeStored(GateSet.codec, event)],
] as const;

/** Portfolios and projects through the bus, on real adapters. */
export const openProjectSlice = (): Promise<Slice> =>
  openSlice({
    modules: [PortfolioModule, ProjectModule],
    projections: [...portfolioProjections, ...projectProjections],
    decode: (event: StoredEvent): Recorded =>
      READERS.find(([category]) => event.stream.startsWith(`docket-${category}-`))?.[1](event) ??
      decodeStored(Project.codec, event),
  });

const named = { name: 'Major Projects', currency: 'GBP', timeZone: 'Europe/London' };

/** Opens the portfolio of the specs; with `knownAt` as an import does, its history open. */
export const openPortfolio = async ({ commands }: Slice, knownAt?: string): Promise<string> =>
  idOf(await commands.execute(new OpenPortfolioCommand(requestOf('open', named, knownAt), named)));

/** Imported history comes to that moment. */
export const reach = ({ commands }: Slice, portfolioId: string, knownAt: string) => {
  const data = { portfolioId, knownAt, source: `${knownAt}.csv` };
  return commands.execute(new ReachHistoryCommand(requestOf(`reach-${knownAt}`, data, knownAt), data));
};

/** The id an accepted command answered with. */
export const idOf = (result: Receipt | Refused<string>): string => {
  if (result.outcome === 'refused') throw new Error(result.refusal.message);
  return result.id;
};
