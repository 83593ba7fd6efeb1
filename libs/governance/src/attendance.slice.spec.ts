import 'reflect-metadata';
import type { Instant } from '@docket/kernel';
import { DeclareInterestCommand } from '@docket/project';
import { EstablishBodyCommand, FindAttendanceQuery, FindDecisionTimesQuery } from '.';
import { asked, openBoard, portfolioId } from './testing/board';

describe('attendance and decision times of a board, through the bus', () => {
  let slice: Awaited<ReturnType<typeof openBoard>>;
  let bodyId: string;
  beforeEach(async () => {
    slice = await openBoard();
    bodyId = await slice.board.convene('mona', 'milo');
    await slice.board.seat(bodyId, 'alma', 'alternate', 'mona');
  });
  afterEach(() => slice.close());

  const tabled = async (name: string): Promise<Readonly<{ motionId: string; projectId: string }>> => {
    const projectId = await slice.board.propose(name);
    const answer = await slice.board.table(bodyId, projectId, name);
    return { motionId: answer.outcome === 'accepted' ? answer.id : answer.refusal.code, projectId };
  };
  const on = (day: Instant) => slice.clock.set(day);
  const told = async () => {
    const reading = await slice.read();
    const attendance = await slice.queries.execute(new FindAttendanceQuery(reading, { bodyId, portfolioId }));
    if ('refusal' in attendance) throw new Error(attendance.refusal.code);
    const people = attendance.people.map((one) => [
      ...[one.personId, one.couldVote, one.voted, one.abstained, one.represented, one.absent],
      ...[one.recused, one.stoodIn, one.share.value],
    ]);
    const times = await slice.queries.execute(new FindDecisionTimesQuery(reading, { portfolioId }));
    return { number: reading.cut.number, ballots: attendance.ballots, people, times };
  };

  /** A ballot that mona and milo miss, its repetition with alma in mona's seat, and a second that milo may not vote in. */
  const life = async () => {
    on('2026-03-02T09:00:00.000Z');
    const first = await tabled('First');
    const second = await tabled('Second');
    on('2026-03-03T09:00:00.000Z');
    await slice.board.open(first.motionId);
    await slice.board.vote(first.motionId, 'cleo', 'for');
    on('2026-03-05T09:00:00.000Z');
    await slice.board.close(first.motionId);
    const between = await told();
    await slice.board.open(first.motionId, undefined, 'again');
    await slice.board.vote(first.motionId, 'cleo', 'for', 'again');
    await slice.board.vote(first.motionId, 'alma', 'for');
    on('2026-03-06T09:00:00.000Z');
    await slice.board.close(first.motionId, 'again');
    await slice.board.record(first.motionId);
    const data = {
      projectId: second.projectId,
      personId: 'milo',
      nature: 'family',
      description: 'My aunt.',
    } as const;
    await slice.commands.execute(
      new DeclareInterestCommand({ ...asked('milo', 'declare'), reach: 'own' }, data),
    );
    await slice.board.open(second.motionId);
    await slice.board.vote(second.motionId, 'cleo', 'abstain');
    await slice.board.vote(second.motionId, 'mona', 'for');
    on('2026-03-08T21:00:00.000Z');
    await slice.board.close(second.motionId);
    return between;
  };

  it('tell of nothing before anything has ended, with the reason', async () => {
    const { ballots, people, times } = await told();
    expect([ballots, people]).toEqual([
      0,
      ['alma', 'cleo', 'milo', 'mona'].map((who) => [who, 0, 0, 0, 0, 0, 0, 0, null]),
    ]);
    expect(times).toMatchObject({
      tabledToDecided: { median: null, unavailable: 'nothing-decided' },
      openedToEnded: { median: null, unavailable: 'no-ballot-ended' },
      bodies: [],
    });
  });

  it('count ballots without a quorum too, alternates in the seat of another, and leave out who was recused', async () => {
    await life();
    const { ballots, people, times } = await told();
    expect([ballots, people]).toEqual([
      3,
      [
        ['alma', 0, 0, 0, 0, 0, 0, 1, null],
        ['cleo', 3, 2, 1, 0, 0, 0, 0, '1'],
        ['milo', 2, 0, 0, 0, 2, 1, 0, '0'],
        ['mona', 3, 1, 0, 1, 1, 0, 0, '0.333333333333'],
      ],
    ]);
    expect([times.tabledToDecided, times.openedToEnded]).toEqual([
      { count: 1, unit: 'days', median: '4', shortest: '4', longest: '4' },
      { count: 3, unit: 'days', median: '2', shortest: '1', longest: '2.5' },
    ]);
  });

  it('are told as of any moment: what ended since changes nothing then', async () => {
    const between = await life();
    const { readModel, cut } = await slice.read();
    const then = { readModel, cut: { ...cut, number: between.number } };
    const attendance = await slice.queries.execute(new FindAttendanceQuery(then, { bodyId, portfolioId }));
    expect(attendance).toMatchObject({
      ballots: 1,
      people: [{}, { couldVote: 1 }, { absent: 1 }, { absent: 1 }],
    });
    const times = await slice.queries.execute(new FindDecisionTimesQuery(then, { portfolioId }));
    expect(times).toEqual(between.times);
  });

  it('are those of one body: a ballot of another has its own', async () => {
    await life();
    const rules = {
      quorum: { kind: 'count', seats: 1 },
      carryRule: 'majority-of-cast',
      minimumSeats: 1,
    } as const;
    const lead = { portfolioId, name: 'Lead of roads', ...rules };
    const answer = await slice.commands.execute(new EstablishBodyCommand(asked('ada', 'lead', lead), lead));
    const leadId = answer.outcome === 'accepted' ? answer.id : answer.refusal.code;
    await slice.board.seat(leadId, 'lena', 'chair');
    const reading = await slice.read();
    const attendance = await slice.queries.execute(
      new FindAttendanceQuery(reading, { bodyId: leadId, portfolioId }),
    );
    expect(attendance).toMatchObject({ ballots: 0, people: [{ personId: 'lena', couldVote: 0 }] });
  });

  it('are not known of a body that was not there', async () => {
    const { readModel, cut } = await slice.read();
    const before = { readModel, cut: { ...cut, number: 1 } };
    expect(
      await slice.queries.execute(new FindAttendanceQuery(before, { bodyId, portfolioId })),
    ).toMatchObject({ refusal: { code: 'body-unknown' } });
  });
});
