import { COMPONENT } from '../../domain/motion';
import type { BallotJson, CountJson, MotionRow } from '../../governance.tables';
import { decisionTimesBy, decisionTimesIn } from './decision-times';

const day = (n: number, hour = 9) =>
  `2026-03-${String(n).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`;
const opened = (at: string): BallotJson => ({
  ...{ openedAt: at, openedBy: 'cleo', closesAt: null, quorum: { kind: 'count', seats: 1 } },
  ...{
    carryRule: 'majority-of-cast',
    minimumSeats: 1,
    projectRevision: 1,
    rules: 1,
    lead: null,
    electorate: [],
  },
});
/** The voting ended then, and was counted a week later. */
const ended = (at: string): CountJson => ({
  ...{ endedAt: at, closedAt: '2026-04-01T00:00:00.000Z', closedBy: 'cleo', result: 'carried', struck: [] },
  count: { inFavour: 1, against: 0, abstained: 0, entitled: 1, quorumNeeded: 1, denominator: 1 },
});
const motion = (change: Partial<MotionRow>): MotionRow => ({
  ...{
    body_id: 'board',
    project_id: 'project',
    matter: COMPONENT,
    kind: null,
    ask: 'go',
    question: 'Shall it?',
    proposer: 'pia',
  },
  ...{ tabled_at: day(1), status: 'tabled', withdrawal: null, ballot: null, votes: [], outcome: null },
  ...{ former_ballots: [], decision: null, follow_up: null },
  ...{ supersedes: null, escalations: [], afterwards: null },
  ...change,
});
const decidedOn = (at: string, change: Partial<MotionRow> = {}): MotionRow =>
  motion({
    decision: {
      ...{ outcome: 'go', rationale: 'So.', decidedAt: at, recordedBy: 'cleo', grants: [], conditions: [] },
      ...{ callIn: [], supersedes: null },
    },
    ...change,
  });
const times = (count: number, median: string, shortest: string, longest: string) => ({
  ...{ count, unit: 'days', median, shortest, longest },
});
const nothingDecided = {
  ...{ count: 0, unit: 'days', median: null, unavailable: 'nothing-decided' },
  reason: 'No decision has been recorded by then.',
};
const noBallotEnded = {
  ...{ count: 0, unit: 'days', median: null, unavailable: 'no-ballot-ended' },
  reason: 'No ballot has ended by then.',
};

describe('How long decisions took', () => {
  it('is the median and the range, from tabled to decided', () =>
    expect(
      decisionTimesIn([decidedOn(day(3)), decidedOn(day(31)), decidedOn(day(6))]).tabledToDecided,
    ).toEqual(times(3, '5', '2', '30')));
  it('is the mean of the middle two where there are as many on both sides', () =>
    expect(
      decisionTimesIn([decidedOn(day(2)), decidedOn(day(4, 21)), decidedOn(day(5)), decidedOn(day(9))])
        .tabledToDecided,
    ).toEqual(times(4, '3.75', '1', '8')));
  it('is rounded half-even to six places, as the last step', () =>
    expect(decisionTimesIn([decidedOn(day(1, 17))]).tabledToDecided).toEqual(
      times(1, '0.333333', '0.333333', '0.333333'),
    ));
  it('is of each ballot from its opening until its voting ended, however late it was counted', () =>
    expect(
      decisionTimesIn([
        motion({
          former_ballots: [{ bodyId: 'board', ballot: opened(day(2)), votes: [], outcome: ended(day(4)) }],
          ballot: opened(day(10)),
          outcome: ended(day(15)),
        }),
      ]).openedToEnded,
    ).toEqual(times(2, '3.5', '2', '5')));
  it('is not available, and not 0, where nothing is decided and no ballot has ended', () =>
    expect(decisionTimesIn([motion({ ballot: opened(day(2)) })])).toEqual({
      tabledToDecided: nothingDecided,
      openedToEnded: noBallotEnded,
    }));
  it('is told of all, and by body', () => {
    const [ofBoard, ofLead] = [times(1, '2', '2', '2'), times(1, '4', '4', '4')];
    expect(decisionTimesBy([decidedOn(day(5), { body_id: 'lead' }), decidedOn(day(3))])).toEqual({
      ...{ tabledToDecided: times(2, '3', '2', '4'), openedToEnded: noBallotEnded },
      bodies: [
        { bodyId: 'board', tabledToDecided: ofBoard, openedToEnded: noBallotEnded },
        { bodyId: 'lead', tabledToDecided: ofLead, openedToEnded: noBallotEnded },
      ],
    });
  });
});
