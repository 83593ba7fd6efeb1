import { countedValue, linkedTo, programmeIn, type Increase } from './linked';
import type { Reservation } from './reservation';

const at = '2026-06-01T09:00:00.000Z';
const asked: Increase = {
  motionId: 'now',
  of: { projectId: 'bridge', programme: null, linked: [] },
  value: '100',
  at,
};
const before = (change: Partial<Reservation>): Reservation => ({
  ...{ motionId: 'before', projectId: 'bridge', programme: null, linked: [], value: '40' },
  ...{ at: '2026-05-01T09:00:00.000Z', period: null, state: 'confirmed' },
  ...change,
});
const counted = (increase: Partial<Increase>, ...accounts: readonly Reservation[]) =>
  countedValue({ ...asked, ...increase }, accounts);

describe('what counts together', () => {
  it('is only its own increase where nothing came before', () =>
    expect(counted({})).toEqual({ counted: '100', together: [] }));

  it('are repeated increments of one component, whatever grant they were decided under', () =>
    expect(counted({}, before({ motionId: 'a' }), before({ motionId: 'b', value: '0.5' }))).toEqual({
      counted: '140.5',
      together: ['a', 'b'],
    }));

  it('is what was moved to a friendlier domain: the account it was decided in does not matter', () =>
    expect(counted({ of: { projectId: 'bridge', programme: 'rail', linked: [] } }, before({}))).toMatchObject(
      { counted: '140' },
    ));

  it('is a split: what is linked now, or was then', () => {
    const other = before({ projectId: 'deck' });
    expect(counted({}, other)).toMatchObject({ counted: '100' });
    expect(counted({ of: { ...asked.of, linked: ['deck'] } }, other)).toMatchObject({ counted: '140' });
    expect(counted({}, { ...other, linked: ['bridge'] })).toMatchObject({ counted: '140' });
  });

  it('is what stands in one programme, and not what stands in none', () => {
    const other = before({ projectId: 'deck', programme: 'crossings' });
    expect(counted({ of: { ...asked.of, programme: 'crossings' } }, other)).toMatchObject({ counted: '140' });
    expect(counted({ of: { ...asked.of, programme: 'tunnels' } }, other)).toMatchObject({ counted: '100' });
    expect(counted({}, { ...other, programme: null })).toMatchObject({ counted: '100' });
  });

  it('lies within 365 days, whatever year it is', () => {
    expect(counted({}, before({ at: '2025-06-01T09:00:00.001Z' }))).toMatchObject({ counted: '140' });
    expect(counted({}, before({ at: '2025-06-01T09:00:00.000Z' }))).toMatchObject({ counted: '100' });
    expect(counted({}, before({ at: '2026-06-01T09:00:00.001Z' }))).toMatchObject({ counted: '100' });
  });

  it('is counted once, in however many accounts of a chain it stands, and never the motion itself', () =>
    expect(counted({}, before({}), before({}), before({ motionId: 'now', value: '100' }))).toEqual({
      counted: '140',
      together: ['before'],
    }));

  it('is nothing for a motion that authorises no increase', () =>
    expect(counted({ value: '0.00' }, before({}))).toEqual({ counted: '0', together: [] }));

  it('is exact', () =>
    expect(counted({ value: '0.1' }, before({ value: '0.2' }))).toMatchObject({ counted: '0.3' }));
});

describe('linked components', () => {
  it('are reached by what is required and what goes together, in both directions and over any number of steps', () =>
    expect(
      linkedTo('a', [
        { kind: 'requires', from: 'b', to: 'a' },
        { kind: 'together-with', from: 'b', to: 'c' },
        { kind: 'finish-before-start', from: 'a', to: 'd' },
        { kind: 'excludes', from: 'a', to: 'e' },
        { kind: 'requires', from: 'f', to: 'g' },
      ]),
    ).toEqual(['b', 'c']));

  it('are none without dependencies, and a circle is no trap', () => {
    expect(linkedTo('a', [])).toEqual([]);
    const circle = ['ab', 'bc', 'ca'].map(([from = '', to = '']) => ({ kind: 'requires', from, to }));
    expect(linkedTo('a', circle)).toEqual(['b', 'c']);
  });
});

describe('the programme of a component', () => {
  const node = (nodeId: string, kind: 'programme' | 'sub-portfolio') => ({ nodeId, kind });
  it('is the outermost on its way up; a sub-portfolio is none', () => {
    const path = [node('piers', 'programme'), node('bridges', 'programme'), node('roads', 'sub-portfolio')];
    expect(programmeIn(path)).toBe('bridges');
    expect(programmeIn([node('roads', 'sub-portfolio')])).toBeNull();
    expect(programmeIn([])).toBeNull();
  });
});
