import { codec } from './motion.codec';

describe('A decision recorded by the first version', () => {
  const data = {
    ...{ motionId: 'motion', bodyId: 'board', projectId: 'project', outcome: 'conditional-go' },
    ...{ rationale: 'If the ground holds.', decidedAt: '2026-03-02T09:00:00.000Z' },
  } as const;

  it('has no conditions, a conditional go neither: nobody could state any', () =>
    expect(codec.decode({ type: 'DecisionRecorded.v1', data })).toEqual({
      type: 'DecisionRecorded',
      data: { ...data, grants: [], conditions: [], callIn: [], supersedes: null },
    }));
});

describe('A ballot closed by the first version', () => {
  const data = {
    motionId: 'motion',
    projectId: 'project',
    count: { inFavour: 3, against: 0, abstained: 0, entitled: 4, quorumNeeded: 3, denominator: 3 },
    result: 'carried',
    struck: [],
  } as const;

  it('was counted as it stood when that was recorded', () =>
    expect(codec.decode({ type: 'BallotClosed.v1', data })).toEqual({
      type: 'BallotClosed',
      data: { ...data, endedAt: null },
    }));
});
