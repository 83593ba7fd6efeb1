import { WithdrawAssessmentCommand } from '../withdraw-assessment/withdraw-assessment.command';
import { assessmentIdOf } from '../../domain/assessment';
import { assesses, handsOver, opensWithProposals, worthId } from '../../testing/assessed-portfolio';
import { Office, portfolioId } from '../../testing/office';
import { SwapQuery } from '../swap/swap.query';
import { ComponentMovesQuery, MovesQuery } from './moves.query';

let office: Office;
beforeEach(async () => {
  office = await Office.open();
});
afterEach(() => office.close());

describe('what assessors moved', () => {
  it('is named by the events of their assessments, on the component they rated', async () => {
    const [bridge = '', tunnel = ''] = await opensWithProposals(office, 'Bridge', 'Tunnel');
    for (const [id, points] of [
      [bridge, '4'],
      [tunnel, '3'],
    ] as const)
      await assesses(office, 'sue', id, { fit: points, reach: points });
    const since = await office.cut();
    await assesses(office, 'tom', bridge, { fit: '0', reach: '0' });
    const answer = await office.queries.execute(
      new MovesQuery(await office.reading(), { portfolioId, since }),
    );
    expect('rows' in answer && answer.rows).toMatchObject([
      {
        name: 'Bridge',
        then: { rank: 1, score: '3.6' },
        now: { rank: 2, score: '2' },
        score: '-1.6',
        places: -1,
        placesByOthers: 0,
      },
      {
        name: 'Tunnel',
        kind: 'moved',
        then: { rank: 2 },
        now: { rank: 1 },
        places: 1,
        placesByOthers: 1,
        parts: [],
      },
    ]);
    const parts = 'rows' in answer ? (answer.rows[0]?.parts ?? []) : [];
    expect(parts.map(({ type, score, places }) => [type, score, places])).toEqual([
      ['CriterionRated.v1', '-1', -1],
      ['CriterionRated.v1', '-0.6', 0],
    ]);
  });

  it('counts a withdrawal, too, and leaves out the assessments by other models', async () => {
    const [bridge = ''] = await opensWithProposals(office, 'Bridge');
    await assesses(office, 'sue', bridge, { fit: '5', reach: '5' });
    const since = await office.cut();
    await office.does(
      new WithdrawAssessmentCommand(office.requestOf('sue', 'withdraw-assessment', 'w'), {
        assessmentId: assessmentIdOf({ projectId: bridge, modelId: worthId, assessor: 'sue' }),
        reason: 'A mistake.',
      }),
    );
    const moves = new ComponentMovesQuery(await office.reading(), { portfolioId, projectId: bridge, since });
    expect(await office.queries.execute(moves)).toMatchObject({
      row: { kind: 'became-unranked', parts: [{ type: 'AssessmentWithdrawn.v1', turn: 'became-unranked' }] },
    });
  });

  it('tells whose rating changed from what to what, and of a revised case every field', async () => {
    const [bridge = ''] = await opensWithProposals(office, 'Bridge');
    await assesses(office, 'sue', bridge, { fit: '4', reach: '3' });
    const since = await office.cut();
    await assesses(office, 'sue', bridge, { fit: '1', reach: '3' });
    await handsOver(office, bridge, { name: 'Bridge', wholeLifeCost: '4', manager: 'grace' });
    const moves = new ComponentMovesQuery(await office.reading(), { portfolioId, projectId: bridge, since });
    expect(await office.queries.execute(moves)).toMatchObject({
      row: {
        parts: [
          {
            ratings: [{ assessor: 'sue', criterion: 'fit', name: 'Fit', from: '4', to: '1' }],
            changes: [{ criterion: 'fit', from: '4', to: '1', points: { from: '4', to: '1' } }],
            fields: [],
          },
          {
            type: 'ProposalRevised.v2',
            ratings: [],
            changes: [{ criterion: 'cost', from: '3', to: '4' }],
            fields: [
              { path: 'manager', before: 'linus', after: 'grace' },
              { path: 'wholeLifeCost', before: '3', after: '4' },
            ],
            moreFields: 0,
          },
        ],
      },
    });
  });

  it('is what a swap may change: the mean at another anchor', async () => {
    const [bridge = '', tunnel = ''] = await opensWithProposals(office, 'Bridge', 'Tunnel');
    for (const [id, points] of [
      [bridge, '4'],
      [tunnel, '3'],
    ] as const)
      await assesses(office, 'sue', id, { fit: points, reach: '3' });
    const answer = await office.queries.execute(
      new SwapQuery(await office.reading(), { portfolioId, projectId: tunnel }),
    );
    expect(answer).toMatchObject({
      swap: {
        component: { name: 'Tunnel' },
        criterion: expect.any(String),
        from: expect.any(String),
        to: '5',
      },
    });
  });
});
