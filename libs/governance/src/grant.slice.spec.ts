import 'reflect-metadata';
import type { Receipt, Refused } from '@docket/kernel';
import {
  COMPONENT,
  EstablishBodyCommand,
  FindAuthorityQuery,
  FindGrantQuery,
  GiveGrantCommand,
  ListGrantsQuery,
  reserveAuthority,
  RevokeGrantCommand,
  settleAuthority,
  type AskedAuthority,
} from '.';
import type { AskedGrantor } from './features/grant-facts';
import { asked, openBoard, portfolioId } from './testing/board';

const UNLIMITED: AskedAuthority = {
  ...{ domains: null, kinds: null, outcomes: null },
  ...{ perDecision: null, perPeriod: null, until: null },
};
const named = (answer: Receipt | Refused<string>): string =>
  answer.outcome === 'accepted' ? answer.id : answer.refusal.code;

describe('authority through the bus', () => {
  let slice: Awaited<ReturnType<typeof openBoard>>;
  let board: string;
  let lead: string;
  let projectId: string;
  beforeEach(async () => {
    slice = await openBoard();
    board = await slice.board.convene('mona');
    lead = await body('Lead of rail');
    projectId = await slice.board.propose();
  });
  afterEach(() => slice.close());

  const body = async (name: string) => {
    const rules = { carryRule: 'majority-of-cast', minimumSeats: 1 } as const;
    const data = { portfolioId, name, quorum: { kind: 'count', seats: 1 }, ...rules } as const;
    return named(await slice.commands.execute(new EstablishBodyCommand(asked('ada', name), data)));
  };
  const give = async (
    from: AskedGrantor,
    bodyId: string,
    authority: Partial<AskedAuthority>,
    who = asked('ada', 'grant'),
  ) => {
    const data = { portfolioId, from, bodyId, authority: { ...UNLIMITED, ...authority } };
    return named(await slice.commands.execute(new GiveGrantCommand(who, { ...data, maySubDelegate: true })));
  };
  const revoke = async (grantId: string) =>
    named(
      await slice.commands.execute(
        new RevokeGrantCommand(asked('ada', `revoke-${grantId}`), { grantId, reason: 'Over.' }),
      ),
    );
  const motion = (bodyId: string, motionId = '3f2b7c61-0d4e-8a95-b1c7-64e0a9d85f12') => ({
    ...({ motionId, portfolioId, bodyId, projectId, outcome: 'go', kind: null } as const),
    matter: COMPONENT,
  });
  const reserve = (bodyId: string, motionId?: string) =>
    reserveAuthority(slice.runtime, asked('cleo', 'decide'), motion(bodyId, motionId));

  it('a grant is given once, entered in the register, and the same asked again finds it', async () => {
    const first = await give({ kind: 'body', bodyId: board }, lead, { perDecision: '2000.0' });
    expect(await give({ kind: 'body', bodyId: board }, lead, { perDecision: '2000.0' })).toBe(first);
    const { readModel, cut } = await slice.read();
    const reading = { readModel, cut };
    const grants = await slice.queries.execute(
      new ListGrantsQuery(reading, { portfolioId, standing: 'in-force' }),
    );
    expect(grants).toEqual([
      {
        id: first,
        bodyId: lead,
        from: { kind: 'body', bodyId: board },
        authority: { ...UNLIMITED, perDecision: '2000', from: '2026-03-02T09:00:00.000Z' },
        maySubDelegate: true,
        callInHours: null,
        givenAt: '2026-03-02T09:00:00.000Z',
        givenBy: 'ada',
        standing: 'in-force',
        revocation: null,
        used: [],
      },
    ]);
  });

  it('a body that nobody has limited decides everything, and nothing is reserved', async () => {
    expect(await reserve(board)).toEqual({ outcome: 'full-authority' });
  });

  it('what a lead decides counts in every account up to the root, once, until it is settled', async () => {
    const perPeriod = { amount: '3000', period: 'quarter' } as const;
    const top = await give({ kind: 'portfolio' }, board, { perPeriod }, asked('ada', 'top'));
    const part = await give({ kind: 'grant', grantId: top }, lead, { perDecision: '2000', perPeriod });
    expect(await reserve(lead)).toEqual({ outcome: 'reserved', grants: [part, top] });
    expect(await reserve(lead)).toEqual({ outcome: 'reserved', grants: [part, top] });
    const reserved = { period: '2026-Q1', limit: '3000', reserved: '1200', confirmed: '0', left: '1800' };
    for (const grantId of [part, top]) expect(await used(grantId)).toEqual([reserved]);
    await settleAuthority(slice.runtime, asked('cleo', 'settle'), {
      ...motion(lead),
      confirmed: [part, top],
    });
    const confirmed = { ...reserved, reserved: '0', confirmed: '1200' };
    for (const grantId of [part, top]) expect(await used(grantId)).toEqual([confirmed]);
  });

  const used = async (grantId: string) => {
    const answer = await slice.queries.execute(
      new FindGrantQuery(await slice.read(), { grantId, portfolioId }),
    );
    return 'used' in answer ? answer.used : answer.refusal.code;
  };

  it('what a lead may not decide escalates to the body above, and nothing stays reserved', async () => {
    const top = await give({ kind: 'portfolio' }, board, { perDecision: '5000' }, asked('ada', 'top'));
    const part = await give({ kind: 'grant', grantId: top }, lead, { perDecision: '1000' });
    expect(await reserve(lead)).toMatchObject({
      outcome: 'escalates',
      why: { code: 'over-limit-per-decision', grantId: part },
      to: { grantId: top, bodyId: board },
    });
    expect(await slice.events(`docket-grant-${part}`)).toHaveLength(1);
    const route = await slice.queries.execute(
      new FindAuthorityQuery(await slice.read(), { projectId, outcome: 'go' }),
    );
    expect(route).toMatchObject({
      value: '1200',
      counted: '1200',
      steps: [
        { grantId: part, hangsOn: [top], mayDecide: false, code: 'over-limit-per-decision', refusedBy: part },
        { grantId: top, hangsOn: [], mayDecide: true },
      ],
      decides: { by: 'grant', grantId: top, bodyId: board },
    });
  });

  it('the grantor’s right revoked voids what hangs on it', async () => {
    const top = await give({ kind: 'portfolio' }, board, {}, asked('ada', 'top'));
    const part = await give({ kind: 'grant', grantId: top }, lead, { perDecision: '2000' });
    await revoke(top);
    expect(await reserve(lead)).toMatchObject({
      outcome: 'escalates',
      why: { code: 'grant-revoked', grantId: top },
      to: null,
    });
    const reading = await slice.read();
    const all = await slice.queries.execute(new ListGrantsQuery(reading, { portfolioId, standing: 'all' }));
    expect(all.map(({ id, standing }) => [id, standing])).toEqual(
      expect.arrayContaining([
        [top, 'revoked'],
        [part, 'void'],
      ]),
    );
    expect(await give({ kind: 'grant', grantId: part }, board, {}, asked('ada', 'late'))).toBe(
      'circle-of-grants',
    );
  });

  it('two motions at once cannot exhaust one limit twice', async () => {
    const perPeriod = { amount: '2000', period: 'year' } as const;
    const part = await give({ kind: 'body', bodyId: board }, lead, { perPeriod });
    const motions = ['a', 'b', 'c', 'd'].map((n) => `3f2b7c6${n}-0d4e-8a95-b1c7-64e0a9d85f12`);
    const answers = await Promise.all(motions.map((motionId) => reserve(lead, motionId)));
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual([
      'escalates',
      'escalates',
      'escalates',
      'reserved',
    ]);
    expect(await used(part)).toMatchObject([{ reserved: '1200', left: '800' }]);
  });
});
