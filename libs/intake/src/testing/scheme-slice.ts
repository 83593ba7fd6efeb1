import 'reflect-metadata';
import {
  Body,
  bodyIdOf,
  EstablishBodyCommand,
  FindDelegationMatrixQuery,
  Grant,
  GovernanceModule,
  governanceProjections,
  GrantRegister,
  ListGrantsQuery,
  RevokeGrantCommand,
  SeatMemberCommand,
  UnseatMemberCommand,
} from '@docket/governance';
import {
  decodeStored,
  type Codec,
  type Event,
  type Recorded,
  type Request,
  type StoredEvent,
} from '@docket/kernel';
import {
  AddNodeCommand,
  Composition,
  OpenPortfolioCommand,
  Portfolio,
  portfolioIdOf,
  PortfolioModule,
  portfolioProjections,
} from '@docket/portfolio';
import type { CommandBus } from '@nestjs/cqrs';
import { openSlice, requestOf, type Slice } from '@docket/portfolio/testing';
import { schemeAt } from '../features/export-delegations/scheme-at';
import type { DelegationsReport } from '../features/import-delegations/delegations-report';
import { importDelegations, type ImportScheme } from '../features/import-delegations/import-delegations';

const owner = <E extends Event>({ category, codec }: Readonly<{ category: string; codec: Codec<E> }>) =>
  [category, (stored: StoredEvent): Recorded => decodeStored(codec, stored)] as const;

const OWNERS = new Map([
  owner(Portfolio),
  owner(Composition),
  owner(Body),
  owner(Grant),
  owner(GrantRegister),
]);

const decode = (stored: StoredEvent): Recorded => {
  const decoded = OWNERS.get(stored.stream.slice('docket-'.length, -37))?.(stored);
  if (!decoded) throw new Error(`No codec for ${stored.stream}.`);
  return decoded;
};

/** A request of somebody; `reach` own: as a chair has it. */
export const by = (actor: string, key: string, reach?: 'own'): Request => ({
  ...requestOf(key),
  actor,
  ...(reach === undefined ? {} : { reach }),
});

const idOf = (answer: Readonly<{ outcome: string }>): string => {
  if (answer.outcome === 'accepted' && 'id' in answer) return String(answer.id);
  throw new Error(JSON.stringify(answer));
};

/** What people do to delegations in a portfolio of the City, in which nothing stands at first. */
const peopleOf = ({ commands, runtime, queries, read }: Slice, portfolioId: string) => {
  const body = async (name: string, chair: string): Promise<string> => {
    const rules = { carryRule: 'majority-of-cast', minimumSeats: 1 } as const;
    const data = { portfolioId, name, quorum: { kind: 'count', seats: 1 }, ...rules } as const;
    const bodyId = idOf(
      await commands.execute(new EstablishBodyCommand(by('otto', `${portfolioId} ${name}`), data)),
    );
    const seat = { bodyId, personId: chair, role: 'chair' } as const;
    idOf(await commands.execute(new SeatMemberCommand(by('otto', `${name} seat`), seat)));
    return bodyId;
  };
  const asFile = (text: string, name: string) => ({ name, bytes: Buffer.from(text) });
  const imported = async (
    text: string,
    {
      who = by('otto', 'import'),
      name = 'scheme.csv',
      bus = commands,
      ...asked
    }: Partial<ImportScheme> & { who?: Request; name?: string; bus?: CommandBus } = {},
  ): Promise<DelegationsReport> => {
    const scheme = { portfolioId, dryRun: false, revokeMissing: false, file: asFile(text, name), ...asked };
    const report = await importDelegations({ runtime, bus }, who, scheme);
    if (!('result' in report)) throw new Error(JSON.stringify(report));
    return report;
  };
  return {
    body,
    imported,
    node: async (name: string, parentId = portfolioId): Promise<string> => {
      const data = { portfolioId, name, kind: 'sub-portfolio', parentId } as const;
      return idOf(
        await commands.execute(
          new AddNodeCommand(by('otto', `${portfolioId} node ${name} ${parentId}`), data),
        ),
      );
    },
    unseat: async (name: string, personId: string): Promise<string> => {
      const data = { bodyId: bodyIdOf(portfolioId, name), personId, reason: 'Moved.' };
      return idOf(await commands.execute(new UnseatMemberCommand(by('otto', `unseat ${personId}`), data)));
    },
    revoke: async (grantId: string): Promise<string> =>
      idOf(
        await commands.execute(
          new RevokeGrantCommand(by('otto', `revoke ${grantId}`), { grantId, reason: 'Over.' }),
        ),
      ),
    portfolioId,
    /** What is in force, and to come, as CSV. */
    exported: async (): Promise<string> => {
      const { readModel, cut } = await read();
      return schemeAt(readModel, cut, { portfolioId });
    },
    matrix: async () => queries.execute(new FindDelegationMatrixQuery(await read(), { portfolioId })),
    /** The grants in force, or all there are. */
    grants: async (standing: 'in-force' | 'all' = 'in-force') =>
      queries.execute(new ListGrantsQuery(await read(), { portfolioId, standing })),
  };
};

/** A portfolio with the contexts a scheme of delegation meets, on embedded adapters; the caller closes it. */
export const openScheme = async () => {
  const slice = await openSlice({
    modules: [PortfolioModule, GovernanceModule],
    decode,
    projections: [...portfolioProjections, ...governanceProjections],
  });
  const portfolio = async (name: string) => {
    const opened = { name, currency: 'GBP', timeZone: 'Europe/London' };
    idOf(await slice.commands.execute(new OpenPortfolioCommand(by('otto', `open ${name}`), opened)));
    return peopleOf(slice, portfolioIdOf(name));
  };
  return { ...slice, portfolio, people: await portfolio('City') };
};
