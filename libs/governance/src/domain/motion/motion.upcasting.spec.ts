import { codec } from './motion.codec';

describe('A motion tabled before there was anything but components', () => {
  const tabled = {
    ...{ motionId: 'motion', portfolioId: 'portfolio', bodyId: 'board', projectId: 'project' },
    ...{ ask: 'go', question: 'Shall it go ahead?', proposer: 'ada' },
  } as const;
  const today = { ...tabled, matter: { on: 'component' }, kind: null, supersedes: null };

  it('is about its component, and says no kind', () => {
    expect(codec.decode({ type: 'MotionTabled.v1', data: tabled }).data).toEqual(today);
    expect(codec.decode({ type: 'MotionTabled.v2', data: { ...tabled, supersedes: null } }).data).toEqual(
      today,
    );
  });
});

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
