import { Project, type ProjectState } from '@docket/project';
import { projectFacts } from './matter-facts';
import type { Outcome } from '../domain/motion';

const OUTCOMES = [
  'go',
  'conditional-go',
  'hold',
  'recycle',
  'defer',
  'reject',
  'kill',
  'complete',
] as const satisfies Outcome[];
const STATUSES = [
  'proposed',
  'authorised',
  'held',
  'withdrawn',
  'rejected',
  'killed',
  'completed',
  'left',
] as const;
const now = '2026-03-02T09:00:00.000Z';
const context = { actor: 'process', reach: 'anything', at: now, now, origin: 'live' } as const;
const portfolio = { status: 'open', currency: 'GBP', timeZone: 'Europe/London', history: 'settled' } as const;

const projectOf = (status: (typeof STATUSES)[number]): ProjectState => {
  const dates = { start: '2026-06-01', finish: '2029-06-01' };
  const businessCase = {
    name: 'Rail',
    summary: 'Tracks',
    sponsor: 'stan',
    manager: 'mara',
    wholeLifeCost: '1',
    ...dates,
  };
  const proposed = Project.decider.evolve(Project.decider.initialState(), {
    type: 'ProjectProposed',
    data: {
      projectId: 'project',
      portfolioId: 'portfolio',
      proposer: 'pia',
      proposedOn: '2026-03-01',
      ...businessCase,
    },
  });
  const claimed = Project.decider.evolve(proposed, {
    type: 'MotionClaimed',
    data: { projectId: 'project', motionId: 'motion' },
  });
  if (claimed.status === 'absent' || claimed.status === 'left') throw new Error('not proposed');
  return { ...claimed, status, businessCase };
};

describe('A body can be asked exactly what the project will take', () => {
  it.each(STATUSES)('when it is %s', (status) => {
    const project = projectOf(status);
    const taken = OUTCOMES.filter((outcome) => {
      const data = { projectId: 'project', motionId: 'motion', bodyId: 'board', outcome, portfolio };
      return Project.decider.decide({ type: 'CarryDecision', data }, project, context).outcome === 'accepted';
    });
    expect([...(projectFacts(project)?.decidable ?? [])].sort()).toEqual([...taken].sort());
  });

  it('and nothing where there is no project', () =>
    expect(projectFacts({ status: 'absent' })).toBeUndefined());

  it('and sees who proposed, sponsors and manages it, and which motion is open', () =>
    expect(projectFacts(projectOf('proposed'))).toMatchObject({
      called: 'project',
      portfolioId: 'portfolio',
      status: 'proposed',
      parts: new Map([
        ['pia', 'proposer'],
        ['stan', 'sponsor'],
        ['mara', 'manager'],
      ]),
      openMotion: 'motion',
    }));
});
