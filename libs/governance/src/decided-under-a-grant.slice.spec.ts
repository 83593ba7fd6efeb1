import 'reflect-metadata';
import {
  decisionRegister,
  GiveGrantCommand,
  ListGrantsQuery,
  motionById,
  RevokeGrantCommand,
  type AskedAuthority,
} from '.';
import { asked, openBoard, portfolioId } from './testing/board';

type Opened = Awaited<ReturnType<typeof openBoard>>;

describe('a decision of a body that somebody has limited', () => {
  let slice: Opened;
  let bodyId: string;
  beforeEach(async () => {
    slice = await openBoard();
    bodyId = await slice.board.convene('mona');
  });
  afterEach(() => slice.close());

  /** The body may let proposals go up to this, and up to that in a year. */
  const limited = async (perDecision: string, perYear: string | null = null) => {
    const authority: AskedAuthority = {
      ...{ domains: null, kinds: null, outcomes: ['go'], perDecision, until: null },
      perPeriod: perYear === null ? null : { amount: perYear, period: 'year' },
    };
    const data = {
      portfolioId,
      from: { kind: 'portfolio' },
      bodyId,
      authority,
      maySubDelegate: false,
    } as const;
    const given = await slice.commands.execute(
      new GiveGrantCommand(asked('ada', `grant ${perDecision}`), data),
    );
    if (given.outcome === 'refused') throw new Error(given.refusal.message);
    return given.id;
  };
  /** A proposal of 1200, carried by the body; the id of its motion. */
  const carried = async (name = 'Northern rail') => {
    const answer = await slice.board.table(bodyId, await slice.board.propose(name), name);
    const motionId = answer.outcome === 'accepted' ? answer.id : answer.refusal.code;
    await slice.board.open(motionId);
    for (const who of ['cleo', 'mona']) await slice.board.vote(motionId, who, 'for');
    await slice.board.close(motionId);
    return motionId;
  };
  const accounts = async () => {
    const grants = await slice.queries.execute(
      new ListGrantsQuery(await slice.read(), { portfolioId, standing: 'in-force' }),
    );
    return grants.map(({ used }) => used);
  };
  const statusOf = async (motionId: string) => {
    const { readModel, cut } = await slice.read();
    const found = await motionById(readModel, cut, { motionId });
    return 'status' in found ? found.status : found.refusal.code;
  };

  it('within its limit names the grant it was decided under, whose account holds the value', async () => {
    const grantId = await limited('1200');
    const motionId = await carried();
    expect(await slice.board.record(motionId)).toMatchObject({ outcome: 'accepted' });
    const { readModel, cut } = await slice.read();
    expect(await decisionRegister(readModel, cut, { portfolioId })).toMatchObject([
      { motionId, outcome: 'go', grants: [grantId] },
    ]);
    const [last] = (await slice.events(`docket-grant-${grantId}`)).slice(-1);
    expect([last?.type, last?.data]).toEqual(['ReservationConfirmed', { grantId, motionId }]);
  });

  it('above it is not recorded, and reserves nothing', async () => {
    const grantId = await limited('1199');
    const motionId = await carried();
    expect(await slice.board.record(motionId)).toMatchObject({
      refusal: {
        code: 'beyond-authority',
        message: expect.stringMatching(/A body that nobody has limited may/),
      },
    });
    expect(await statusOf(motionId)).toBe('closed');
    expect((await slice.events(`docket-grant-${grantId}`)).map(({ type }) => type)).toEqual(['GrantGiven']);
  });

  it('exhausts the limit of a period once, also where two are recorded at once', async () => {
    await limited('5000', '2000');
    const motions = [await carried('Rail'), await carried('Road')];
    const answers = await Promise.all(motions.map((motionId) => slice.board.record(motionId)));
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['accepted', 'refused']);
    expect(await accounts()).toEqual([
      [{ period: '2026', limit: '2000', reserved: '0', confirmed: '1200', left: '800' }],
    ]);
  });

  it('is not recorded under a grant that was revoked', async () => {
    const grantId = await limited('5000');
    const motionId = await carried();
    await slice.commands.execute(
      new RevokeGrantCommand(asked('ada', 'revoke'), { grantId, reason: 'New year.' }),
    );
    expect(await slice.board.record(motionId)).toMatchObject({ refusal: { code: 'beyond-authority' } });
  });

  it('without reasons is refused for that, and reserves nothing', async () => {
    const grantId = await limited('5000');
    const motionId = await carried();
    expect(await slice.board.record(motionId, undefined, ' ')).toMatchObject({
      refusal: { code: 'rationale-missing' },
    });
    expect(await slice.events(`docket-grant-${grantId}`)).toHaveLength(1);
  });

  it('recorded again with the same key is the same decision, and is reserved once', async () => {
    const grantId = await limited('1200');
    const motionId = await carried();
    const first = await slice.board.record(motionId);
    expect(await slice.board.record(motionId)).toEqual(first);
    expect((await slice.events(`docket-grant-${grantId}`)).map(({ type }) => type)).toEqual([
      ...['GrantGiven', 'AmountReserved', 'ReservationConfirmed'],
    ]);
  });
});
