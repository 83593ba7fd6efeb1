import { whoMay, insteadOf } from './who-may';
import { decider } from './motion.decider';
import { ballotOn, body, closedWith, project, projectWith, tabled } from './motion.scenes';

const at = '2026-03-02T09:00:00.000Z';
const term = { from: '2026-01-01T00:00:00.000Z', until: '2028-01-01T00:00:00.000Z' };
const withDeputy = {
  ...body,
  seats: [...body.seats, { personId: 'dora', role: 'deputy', ...term } as const],
};

describe('who may act for a body on a project', () => {
  it('is who leads and the secretary', () => expect(whoMay(body, project, at)).toEqual(['cleo', 'sami']));
  it('is the deputy where the chair is barred', () =>
    expect(whoMay(withDeputy, projectWith({ sponsor: 'cleo' }), at)).toEqual(['sami', 'dora']));
  it('is no deputy beside a chair', () => expect(whoMay(withDeputy, project, at)).toEqual(['cleo', 'sami']));
  it('is nobody where all of them are barred', () =>
    expect(whoMay(body, projectWith({ sponsor: 'cleo', manager: 'sami' }), at)).toEqual([]));
  it('is nobody whose term has ended', () =>
    expect(whoMay(body, project, '2029-01-01T00:00:00.000Z')).toEqual([]));
});

describe('who is barred from recording a decision', () => {
  const recording = (barred: ReturnType<typeof projectWith>, actor: string) => {
    const state = [tabled, ballotOn(), closedWith()].reduce(decider.evolve, decider.initialState());
    const held = { conditions: [], timeZone: 'UTC', authority: { isLimited: false, under: [], callIn: [] } };
    const data = { body, project: barred, rationale: 'So', ...held };
    const context = { actor, reach: 'anything', at, now: at, origin: 'live' } as const;
    const verdict = decider.decide({ type: 'RecordDecision', data }, state, context);
    return verdict.outcome === 'refused' ? verdict.refusal : undefined;
  };

  it('is told who may', () =>
    expect(recording(projectWith({ sponsor: 'cleo' }), 'cleo')).toEqual({
      code: 'recused',
      message: expect.stringMatching(/does not record a decision on it\. sami may\.$/),
    }));
  it('is told what helps where neither chair nor secretary may', () =>
    expect(recording(projectWith({ sponsor: 'cleo', manager: 'sami' }), 'sami')).toEqual({
      code: 'recused',
      message: expect.stringMatching(
        /Neither chair, deputy nor secretary may: any of them, or the PMO, passes the motion on to a body above\.$/,
      ),
    }));
  it('is told all who may', () => expect(insteadOf(['a', 'b'], 'Nobody.')).toBe('a or b may.'));
});
