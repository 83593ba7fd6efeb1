import {
  decodeStored,
  type Codec,
  type Event,
  type Receipt,
  type Recorded,
  type Refused,
  type StoredEvent,
} from '@docket/kernel';
import {
  Composition,
  OpenPortfolioCommand,
  Portfolio,
  PortfolioModule,
  portfolioProjections,
  Strategy,
} from '..';
import { openSlice, requestOf, type Slice } from './slice';

const owner = <E extends Event>({ category, codec }: Readonly<{ category: string; codec: Codec<E> }>) =>
  [category, (stored: StoredEvent): Recorded => decodeStored(codec, stored)] as const;

const OWNERS = new Map([owner(Portfolio), owner(Composition), owner(Strategy)]);

const decode = (stored: StoredEvent): Recorded => {
  const decoded = OWNERS.get(stored.stream.slice('docket-'.length, -37))?.(stored);
  if (!decoded) throw new Error(`No codec for ${stored.stream}.`);
  return decoded;
};

/** This context through the bus, on real adapters. */
export const openCity = (): Promise<Slice> =>
  openSlice({ modules: [PortfolioModule], projections: portfolioProjections, decode });

const named = { name: 'City infrastructure', currency: 'GBP', timeZone: 'Europe/London' };

/** Opens the portfolio of the specs; with `knownAt` as an import does, its history open. */
export const openPortfolio = async ({ commands }: Slice, knownAt?: string): Promise<string> =>
  idOf(await commands.execute(new OpenPortfolioCommand(requestOf('open', named, knownAt), named)));

/** The id an accepted command answered with. */
export const idOf = (result: Receipt | Refused<string>): string => {
  if (result.outcome === 'refused') throw new Error(result.refusal.message);
  return result.id;
};
