import 'reflect-metadata';
import type { Receipt, Recorded, Refused } from '@docket/kernel';
import { DeclareInterestCommand } from '@docket/project';
import { CastVoteCommand, CloseBallotCommand, type Choice, type MotionEvent } from '.';
import { CastVoteHandler } from './features/cast-vote/cast-vote.handler';
import { anotherRuntime, asked, openBoard } from './testing/board';

type Answer = Receipt | Refused<string>;
type Told = Recorded<MotionEvent>;

const MEMBERS = Array.from({ length: 15 }, (_, n) => `member-${n}`);
/** Of the first four members. */
const ALTERNATES = MEMBERS.slice(0, 4).map((principal) => [`alternate-of-${principal}`, principal] as const);
const VOTERS = ['cleo', ...MEMBERS, ...ALTERNATES.map(([who]) => who)];
const [INTERESTED = ''] = MEMBERS.slice(-1);
const CHOICES: readonly Choice[] = ['for', 'against', 'abstain'];

describe('20 voters at once, in two processes', () => {
  let slice: Awaited<ReturnType<typeof openBoard>>;
  let elsewhere: CastVoteHandler;
  let projectId: string;
  let motionId: string;
  beforeEach(async () => {
    slice = await openBoard();
    const bodyId = await slice.board.convene(...MEMBERS);
    for (const [who, principal] of ALTERNATES) await slice.board.seat(bodyId, who, 'alternate', principal);
    projectId = await slice.board.propose();
    const answer = await slice.board.table(bodyId, projectId);
    motionId = answer.outcome === 'accepted' ? answer.id : answer.refusal.code;
    await slice.board.open(motionId);
    elsewhere = new CastVoteHandler(anotherRuntime(slice.store, 'elsewhere'));
  });
  afterEach(() => slice.close());

  /** Each votes here and changes that there, or the other way round: which is the later, the log says. */
  const everybodyVotes = (round: number): readonly Promise<Answer>[] =>
    VOTERS.flatMap((who, n) =>
      [0, 1].map((time) => {
        const choice = CHOICES[(n * 7 + round + time) % 3] ?? 'abstain';
        const data = { motionId, choice, reason: `${who}, ${time}` };
        const command = new CastVoteCommand(asked(who, `vote-${time}`, data), data);
        return (n + time + round) % 2 === 0 ? slice.commands.execute(command) : elsewhere.execute(command);
      }),
    );
  const interest = () => {
    const data = { projectId, personId: INTERESTED, nature: 'family', description: 'My sister.' } as const;
    return slice.commands.execute(
      new DeclareInterestCommand({ ...asked(INTERESTED, 'declare'), reach: 'own' }, data),
    );
  };
  const close = () => slice.commands.execute(new CloseBallotCommand(asked('cleo', 'close'), { motionId }));
  const stream = async () => (await slice.events(`docket-motion-${motionId}`)) as readonly Told[];

  /** What is wrong in a stream by the rules' text, read from its events alone. */
  const wrongIn = (events: readonly Told[]): readonly string[] => {
    const votes = new Map<string, Choice>();
    return events.flatMap((event, at): readonly string[] => {
      if (event.type === 'VoteDisplaced') {
        votes.delete(event.data.personId);
        return votes.has(event.data.by) ? [] : [`${at}: displaced by who has not voted`];
      }
      if (event.type !== 'VoteCast') return [];
      const { personId, choice } = event.data;
      const principal = ALTERNATES.find(([who]) => who === personId)?.[1];
      const alternate = ALTERNATES.find(([, whom]) => whom === personId)?.[0];
      const isLeft = alternate !== undefined && votes.has(alternate);
      votes.set(personId, choice);
      return [
        ...(principal !== undefined && votes.has(principal) ? [`${at}: beside the principal`] : []),
        ...(isLeft && events[at + 1]?.type !== 'VoteDisplaced' ? [`${at}: displaces nobody`] : []),
        ...(events.slice(0, at).some(({ type }) => type === 'BallotClosed')
          ? [`${at}: after the close`]
          : []),
      ];
    });
  };

  /** The last word of each, without those of alternates whose principal has voted, and of who is barred. */
  const counted = (events: readonly Told[], barred?: string): Readonly<Record<Choice, number>> => {
    const last = new Map<string, Choice>();
    for (const event of events)
      if (event.type === 'VoteCast') last.set(event.data.personId, event.data.choice);
    for (const [who, principal] of ALTERNATES) if (last.has(principal)) last.delete(who);
    if (barred !== undefined) last.delete(barred);
    const of = (choice: Choice) => [...last.values()].filter((one) => one === choice).length;
    return { for: of('for'), against: of('against'), abstain: of('abstain') };
  };

  it.each([1, 2, 3])(
    'vote, change their votes and are counted without a broken rule (round %i)',
    async (round) => {
      const answers = await Promise.all([...everybodyVotes(round), interest()]);
      expect(await close()).toMatchObject({ outcome: 'accepted' });
      const events = await stream();
      const refused = answers.flatMap((one) => (one.outcome === 'refused' ? [one.refusal.code] : []));
      const cast = events.filter(({ type }) => type === 'VoteCast');
      expect(wrongIn(events)).toEqual([]);
      expect(cast.length + refused.length).toBe(40);
      expect(refused.filter((code) => code !== 'principal-has-voted' && code !== 'recused')).toEqual([]);
      const closed = events.find((event) => event.type === 'BallotClosed');
      const { for: inFavour, against, abstain: abstained } = counted(events, INTERESTED);
      expect(closed?.data).toMatchObject({
        count: { inFavour, against, abstained, entitled: 15 },
        struck: [{ personId: INTERESTED, why: 'interest' }],
      });
    },
  );

  it('and whoever is too late for the close is refused, and counted nowhere', async () => {
    const [closing, ...answers] = await Promise.all([close(), ...everybodyVotes(1)]);
    expect(closing).toMatchObject({ outcome: 'accepted' });
    const events = await stream();
    const accepted = answers.filter(({ outcome }) => outcome === 'accepted');
    const refused = answers.flatMap((one) => (one.outcome === 'refused' ? [one.refusal.code] : []));
    expect(wrongIn(events)).toEqual([]);
    expect(events.filter(({ type }) => type === 'VoteCast')).toHaveLength(accepted.length);
    expect(refused.filter((code) => code !== 'principal-has-voted' && code !== 'ballot-not-open')).toEqual(
      [],
    );
    const closed = events.find((event) => event.type === 'BallotClosed');
    const { for: inFavour, against, abstain: abstained } = counted(events);
    expect(closed?.data).toMatchObject({ count: { inFavour, against, abstained } });
  });
});
