import 'reflect-metadata';
import { AddNodeCommand } from '@docket/portfolio';
import { FindDelegationMatrixQuery, RevokeGrantCommand, type DelegationMatrix } from '../..';
import { asked, portfolioId } from '../../testing/board';
import { openDelegation, type Delegation } from '../../testing/delegation';

describe('the matrix of delegations', () => {
  let slice: Delegation;
  beforeEach(async () => {
    slice = await openDelegation();
  });
  afterEach(() => slice.close());

  const matrix = async (): Promise<DelegationMatrix> =>
    slice.queries.execute(new FindDelegationMatrixQuery(await slice.read(), { portfolioId }));
  const ofPortfolio = { kind: 'portfolio' } as const;
  const inShort = ({ tiers }: DelegationMatrix): readonly string[] =>
    tiers.map(({ name, authority, cells }) => {
      const kinds = cells
        .filter(({ mayDecide }) => mayDecide)
        .map(({ kind, perDecision }) => `${kind} ${perDecision}`);
      return `${name}: ${authority}${authority === 'granted' ? ` ${kinds.join(', ')}` : ''}`;
    });

  it('shows bodies that nobody has limited as deciding everything, without a grant', async () => {
    const { currency, kinds, tiers } = await matrix();
    expect([currency, kinds]).toEqual(['GBP', [null]]);
    expect(tiers).toEqual(
      ['Board', 'Lead of rail'].map((name) => ({
        ...{ bodyId: expect.any(String), name, authority: 'full' },
        cells: [{ kind: null, mayDecide: true, perDecision: null, grants: [] }],
      })),
    );
  });

  it('stands from the lowest body to the highest, each kind with the largest limit first', async () => {
    const { board, lead } = slice.bodies;
    const other = await slice.establish('Lead of roads', 'rolf');
    const idle = await slice.establish('Idle', 'ida');
    await slice.give(ofPortfolio, board, { kinds: ['capital'], perDecision: '50' });
    await slice.give(ofPortfolio, lead, { kinds: ['capital', 'disposal'], perDecision: '10' });
    await slice.give(ofPortfolio, lead, { perDecision: '9' });
    await slice.give(ofPortfolio, other, { kinds: ['disposal'], perDecision: '20' });
    const over = await slice.give(ofPortfolio, idle, {});
    const data = { grantId: over, reason: 'Over.' };
    await slice.commands.execute(new RevokeGrantCommand(asked('ada', 'revoke', data), data));
    await slice.establish('Council', 'cora');
    const shown = await matrix();
    expect(shown.kinds).toEqual(['capital', 'disposal', null]);
    expect(inShort(shown)).toEqual([
      'Idle: none',
      'Lead of rail: granted capital 10, disposal 10, null 9',
      'Lead of roads: granted disposal 20',
      'Board: granted capital 50',
      'Council: full',
    ]);
    const cell = shown.tiers[1]?.cells[0];
    expect(cell?.grants.map(({ perDecision }) => perDecision)).toEqual(['10', '9']);
  });

  it('puts a body without a limit per decision above those that have one, and below it those it granted to', async () => {
    const { board, lead } = slice.bodies;
    const grantId = await slice.give(ofPortfolio, board, {});
    await slice.give({ kind: 'grant', grantId }, lead, {});
    const shown = await matrix();
    expect(inShort(shown)).toEqual(['Lead of rail: granted null null', 'Board: granted null null']);
    expect(shown.tiers[0]?.cells[0]?.grants).toMatchObject([{ partOf: grantId }]);
  });

  it('says where a grant holds, for what, for how long, and what more there is to know of it', async () => {
    const node = { portfolioId, kind: 'sub-portfolio', name: 'Rail', parentId: portfolioId } as const;
    const added = await slice.commands.execute(new AddNodeCommand(asked('ada', 'node', node), node));
    const nodeId = added.outcome === 'accepted' ? added.id : '';
    const limits = {
      ...{ domains: [nodeId], kinds: ['capital'], outcomes: ['go', 'hold'] as const, perDecision: '5' },
      ...{ perPeriod: { amount: '9', period: 'quarter' } as const, until: '2030-01-01T00:00:00.000Z' },
    };
    const grantId = await slice.give({ kind: 'body', bodyId: slice.bodies.board }, slice.bodies.lead, {
      ...limits,
      callInHours: 24,
    });
    expect((await matrix()).tiers[0]?.cells).toEqual([
      {
        ...{ kind: 'capital', mayDecide: true, perDecision: '5' },
        grants: [
          {
            ...{ grantId, partOf: null, domains: [{ nodeId, name: 'Rail' }], outcomes: ['go', 'hold'] },
            ...{ perDecision: '5', perPeriod: limits.perPeriod, until: limits.until },
            ...{ maySubDelegate: true, callInHours: 24 },
          },
        ],
      },
      { kind: null, mayDecide: false, perDecision: null, grants: [] },
    ]);
  });

  it('shows what is in force at its moment: nothing that is over by then, nor what is still to come', async () => {
    const { board, lead } = slice.bodies;
    await slice.give(ofPortfolio, board, { from: '2031-01-01T00:00:00.000Z' });
    await slice.give(ofPortfolio, lead, { until: '2031-01-01T00:00:00.000Z' });
    expect(inShort(await matrix())).toEqual(['Board: none', 'Lead of rail: granted null null']);
    const { readModel, cut } = await slice.read();
    const later = { readModel, cut: { ...cut, at: '2031-01-01T00:00:00.000Z' } };
    expect(
      inShort(await slice.queries.execute(new FindDelegationMatrixQuery(later, { portfolioId }))),
    ).toEqual([...['Lead of rail: none', 'Board: granted null null']]);
  });
});
