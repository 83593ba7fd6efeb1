import { doneBy, madeUpDecisions } from './illustrative.view';
import type { TraceEntry } from '../http/trace';

const entry = (type: string, authentication: string): TraceEntry => ({
  number: 7,
  eventId: 'event-7',
  revision: 0,
  type,
  date: '2024-01-25T14:00:00.000Z',
  recordedAt: '2026-01-01T00:00:00.000Z',
  knownAt: '2024-01-25T14:00:00.000Z',
  actor: 'p-sven',
  authentication,
  commandId: 'command',
  correlationId: 'conversation',
  causationId: null,
  guards: [],
  details: {},
});

describe('what the sample makes up of a real project', () => {
  it('is marked beside who is said to have done it', () => {
    expect(doneBy(entry('MotionClaimed.v1', 'sample'))).toBe('Sven Aalto (p-sven), illustrative');
    expect(doneBy(entry('MotionClaimed.v1', 'local-session'))).toBe('Sven Aalto (p-sven)');
  });

  it('is said to be no decision on the real one, once there is one', () => {
    const decided = entry('DecisionCarried.v1', 'sample');
    expect(madeUpDecisions([entry('MotionClaimed.v1', 'sample'), decided]).toString()).toContain(
      'made up for the sample',
    );
  });

  it('is not said of what somebody has decided here, nor where nothing is decided', () => {
    const entries = [entry('MotionClaimed.v1', 'sample'), entry('DecisionCarried.v1', 'local-session')];
    expect(madeUpDecisions(entries).toString()).toBe('');
  });
});
