import type { Choice, Elector, Struck } from '../../domain/motion';
import type { FormerBallotJson } from '../../governance.tables';
import { attendanceIn, type Attendance } from './attendance';

const at = '2026-03-02T09:00:00.000Z';
const count = { inFavour: 0, against: 0, abstained: 0, entitled: 0, quorumNeeded: 1, denominator: 1 };
const electors: readonly Elector[] = [
  { personId: 'alma', role: 'alternate', standing: 'alternate', for: 'mona' },
  { personId: 'cleo', role: 'chair', standing: 'entitled' },
  { personId: 'milo', role: 'member', standing: 'recused', why: 'sponsor' },
  { personId: 'mona', role: 'member', standing: 'entitled' },
];

type Said = Readonly<Record<string, Choice>>;
type Ended = Readonly<{
  electorate?: readonly Elector[];
  struck?: readonly Struck[];
  displaced?: readonly string[];
}>;

/** A ballot that has ended, and what each said. */
const ended = (
  said: Said,
  { electorate = electors, struck = [], displaced = [] }: Ended = {},
): FormerBallotJson => ({
  bodyId: 'board',
  ballot: {
    ...{ openedAt: at, openedBy: 'cleo', closesAt: null, quorum: { kind: 'count', seats: 1 } },
    ...{
      carryRule: 'majority-of-cast',
      minimumSeats: 1,
      projectRevision: 1,
      rules: 1,
      lead: null,
      electorate,
    },
  },
  votes: Object.entries(said).map(([personId, choice]) => ({
    ...{ personId, choice, reason: 'So', at, displacedBy: displaced.includes(personId) ? 'mona' : null },
  })),
  outcome: { endedAt: at, closedAt: at, closedBy: 'cleo', result: 'carried', count, struck },
});

const none = {
  value: null,
  unavailable: 'no-ballot',
  reason: 'No ballot has ended in which this person could vote in a seat of their own.',
} as const;
const line = (personId: string, figures: Partial<Attendance>): Attendance => ({
  ...{ personId, couldVote: 0, voted: 0, abstained: 0, represented: 0, absent: 0, recused: 0, seatLost: 0 },
  ...{ stoodIn: 0, share: none, ...figures },
});
const ratio = (value: string) => ({ value, unit: 'ratio' }) as const;

describe('Attendance in the ballots of a body', () => {
  it('is, of each who was printed on it, what they did', () =>
    expect(attendanceIn([ended({ cleo: 'for' })])).toEqual([
      line('alma', {}),
      line('cleo', { couldVote: 1, voted: 1, share: ratio('1') }),
      line('milo', { recused: 1 }),
      line('mona', { couldVote: 1, absent: 1, share: ratio('0') }),
    ]));

  it('adds up over ballots, an abstention being a presence', () =>
    expect(
      attendanceIn([ended({ cleo: 'for' }), ended({ cleo: 'abstain' }), ended({})]).find(
        ({ personId }) => personId === 'cleo',
      ),
    ).toEqual(
      line('cleo', { couldVote: 3, voted: 1, abstained: 1, absent: 1, share: ratio('0.666666666667') }),
    ));

  it('is of an alternate that they stood in, and of whom they sit for that they were represented', () =>
    expect(attendanceIn([ended({ alma: 'for', cleo: 'for' })])).toEqual([
      line('alma', { stoodIn: 1 }),
      line('cleo', { couldVote: 1, voted: 1, share: ratio('1') }),
      line('milo', { recused: 1 }),
      line('mona', { couldVote: 1, represented: 1, share: ratio('0') }),
    ]));

  it('is no standing in where the vote was displaced', () => {
    const [alma, , , mona] = attendanceIn([ended({ alma: 'for', mona: 'against' }, { displaced: ['alma'] })]);
    expect([alma, mona]).toEqual([
      line('alma', {}),
      line('mona', { couldVote: 1, voted: 1, share: ratio('1') }),
    ]);
  });

  it('takes no vote that was struck for one: who lost the seat, and who was recused since', () => {
    const struck: readonly Struck[] = [
      { personId: 'alma', why: 'principal-recused' },
      { personId: 'cleo', why: 'seat-lost' },
      { personId: 'mona', why: 'interest' },
    ];
    expect(attendanceIn([ended({ cleo: 'for', mona: 'for' }, { struck })])).toEqual([
      line('alma', {}),
      line('cleo', { seatLost: 1 }),
      line('milo', { recused: 1 }),
      line('mona', { recused: 1 }),
    ]);
  });

  it('is absence where the vote of the alternate was struck', () =>
    expect(
      attendanceIn([ended({ alma: 'for' }, { struck: [{ personId: 'alma', why: 'seat-lost' }] })]).find(
        ({ personId }) => personId === 'mona',
      ),
    ).toEqual(line('mona', { couldVote: 1, absent: 1, share: ratio('0') })));

  it('is not available, and not 0, of who has a seat and could not vote yet', () =>
    expect(attendanceIn([], ['nora', 'bea'])).toEqual([line('bea', {}), line('nora', {})]));
});
