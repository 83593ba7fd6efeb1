import { countedOf } from './counting';

const people = { proposer: 'ada', sponsor: 'grace', manager: 'linus' };
const given = ['ada', 'grace', 'linus', 'noor'].map((assessor) => ({ assessor }));

describe('whose assessment of a component counts', () => {
  it('is whoever has no part in it', () =>
    expect(countedOf(given, people)).toEqual({
      counted: [{ assessor: 'noor' }],
      notCounted: [
        { assessment: { assessor: 'ada' }, because: 'proposer' },
        { assessment: { assessor: 'grace' }, because: 'sponsor' },
        { assessment: { assessor: 'linus' }, because: 'manager' },
      ],
    }));

  it('is everybody where nobody has a part, or nothing is known of its people', () => {
    const nobody = { proposer: null, sponsor: null, manager: null };
    expect(countedOf(given, nobody)).toEqual({ counted: given, notCounted: [] });
    expect(countedOf(given)).toEqual({ counted: given, notCounted: [] });
  });
});
