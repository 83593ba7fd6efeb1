import { codec } from './motion.codec';

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
