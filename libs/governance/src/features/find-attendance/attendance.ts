import { byCodeUnits, Decimal, type DecimalText } from '@docket/kernel';
import { voterFor, type Elector } from '../../domain/motion';
import type { FormerBallotJson } from '../../governance.tables';

/** What became of one person in one ended ballot. `represented`: their alternate voted; `stood-in`: they voted as one. */
export type Presence =
  'voted' | 'abstained' | 'represented' | 'absent' | 'recused' | 'seat-lost' | 'stood-in' | 'not-needed';

type Cast = Readonly<{
  electorate: readonly Elector[];
  struck: ReadonlySet<string>;
  voted: (personId: string) => boolean;
}>;

const castIn = ({ ballot: { electorate }, votes, outcome: { struck } }: FormerBallotJson): Cast => {
  const voters = new Set(votes.map(({ personId }) => personId));
  return {
    electorate,
    struck: new Set(struck.map(({ personId }) => personId)),
    voted: (personId) => voters.has(personId),
  };
};

/** Of a seat: a vote that was struck counts for nobody. */
const ofSeat = (elector: Elector, ended: FormerBallotJson): Presence => {
  const { personId, standing } = elector;
  const why = ended.outcome.struck.find((one) => one.personId === personId)?.why;
  if (why === 'seat-lost') return 'seat-lost';
  if (standing === 'recused' || why !== undefined) return 'recused';
  const voter = voterFor(personId, castIn(ended));
  if (voter === undefined) return 'absent';
  if (voter !== personId) return 'represented';
  const vote = ended.votes.find((one) => one.personId === personId);
  return vote?.choice === 'abstain' ? 'abstained' : 'voted';
};

/** Of an alternate, who has no seat to be absent from: struck with the principal, they stood in for nobody. */
const ofAlternate = (personId: string, principal: string, ended: FormerBallotJson): Presence =>
  voterFor(principal, castIn(ended)) === personId ? 'stood-in' : 'not-needed';

const presenceOf = (elector: Elector, ended: FormerBallotJson): Presence => {
  const principal = elector.standing === 'entitled' ? undefined : elector.for;
  return principal === undefined ? ofSeat(elector, ended) : ofAlternate(elector.personId, principal, ended);
};

/** A share of 0 to 1, or why there is none: never 0. */
export type AttendanceShare = Readonly<
  { value: DecimalText; unit: 'ratio' } | { value: null; unavailable: 'no-ballot'; reason: string }
>;

/**
 * The ended ballots of a body, as one person had to do with them. `couldVote` = `voted` (for or against) + `abstained` + `represented` (their
 * alternate voted) + `absent`; in those of `recused` and `seatLost` they had no vote that counts. `stoodIn`: they voted as the alternate of
 * another. `share` is what they voted or abstained in of what they could vote in.
 */
export type Attendance = Readonly<{
  personId: string;
  couldVote: number;
  voted: number;
  abstained: number;
  represented: number;
  absent: number;
  recused: number;
  seatLost: number;
  stoodIn: number;
  share: AttendanceShare;
}>;

/** Places to which a share is rounded, half-even, as the last step. */
const PLACES = 12;

const shareOf = (present: number, couldVote: number): AttendanceShare =>
  couldVote === 0
    ? {
        value: null,
        unavailable: 'no-ballot',
        reason: 'No ballot has ended in which this person could vote in a seat of their own.',
      }
    : { value: Decimal.of(present).dividedBy(Decimal.of(couldVote), PLACES).toString(), unit: 'ratio' };

const lineOf = (personId: string, presences: readonly Presence[]): Attendance => {
  const of = (presence: Presence) => presences.filter((one) => one === presence).length;
  const own = {
    voted: of('voted'),
    abstained: of('abstained'),
    represented: of('represented'),
    absent: of('absent'),
  };
  const couldVote = own.voted + own.abstained + own.represented + own.absent;
  return {
    ...{
      personId,
      couldVote,
      ...own,
      recused: of('recused'),
      seatLost: of('seat-lost'),
      stoodIn: of('stood-in'),
    },
    share: shareOf(own.voted + own.abstained, couldVote),
  };
};

/** The attendance of everybody who was printed on one of the ballots, or is `seated`; in order of person. Pure, over ended ballots. */
export const attendanceIn = (
  ended: readonly FormerBallotJson[],
  seated: readonly string[] = [],
): readonly Attendance[] => {
  const presences = new Map<string, Presence[]>(seated.map((personId) => [personId, []]));
  for (const one of ended)
    for (const elector of one.ballot.electorate) {
      const before = presences.get(elector.personId) ?? [];
      presences.set(elector.personId, [...before, presenceOf(elector, one)]);
    }
  return [...presences]
    .map(([personId, of]) => lineOf(personId, of))
    .sort((a, b) => byCodeUnits(a.personId, b.personId));
};
