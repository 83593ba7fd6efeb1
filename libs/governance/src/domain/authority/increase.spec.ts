import { increaseOf, valueOf } from './increase';

describe('the value of a motion', () => {
  const proposal = { status: 'proposed', wholeLifeCost: '1200' };
  it('is the whole-life cost of a proposal that gets a go', () =>
    expect(['go', 'conditional-go'].map((outcome) => valueOf(outcome, proposal))).toEqual(['1200', '1200']));
  it('is nothing where nothing more is authorised', () => {
    expect(['hold', 'recycle', 'defer', 'reject'].map((outcome) => valueOf(outcome, proposal))).toEqual(
      Array(4).fill('0'),
    );
    expect(valueOf('go', { ...proposal, status: 'held' })).toBe('0');
    expect(valueOf('go', { status: 'proposed', wholeLifeCost: undefined })).toBe('0');
  });
});

describe('the value of a motion', () => {
  const proposal = { status: 'proposed', wholeLifeCost: '1200' };
  const work = { status: 'authorised', wholeLifeCost: '1500', authorisedCost: '1200' };
  const projects = { northern: 'northern', southern: 'southern' };

  it('is that of its component', () =>
    expect(increaseOf({ on: 'component' }, 'go', [proposal])).toBe('1200'));

  it('is, of a slate, the sum over its components, each by what is asked of it', () => {
    const components = [
      { projectId: projects.northern, ask: 'go' },
      { projectId: projects.southern, ask: 'kill' },
      { projectId: 'western', ask: 'go' },
    ] as const;
    expect(increaseOf({ on: 'slate', components }, 'go', [proposal, work, proposal])).toBe('2400');
  });

  it('is, of a new baseline, what it adds to the one before; nothing where it takes away, all where there was none', () => {
    const of = (one: typeof work | Omit<typeof work, 'authorisedCost'>) =>
      increaseOf({ on: 're-baseline' }, 'go', [one]);
    const { authorisedCost: _, ...imported } = work;
    expect([of(work), of({ ...work, wholeLifeCost: '900' }), of(imported)]).toEqual(['300', '0', '1500']);
  });

  it('is what a budget adds to the one before, and nothing of what authorises nothing', () => {
    const budget = { on: 'budget', year: 2027, amount: '800.5' } as const;
    expect(increaseOf(budget, 'go', [])).toBe('800.5');
    expect([increaseOf(budget, 'go', [], '800'), increaseOf(budget, 'go', [], '900')]).toEqual(['0.5', '0']);
    expect(increaseOf({ on: 'programme', nodeId: 'rail' }, 'go', [])).toBe('0');
    expect(increaseOf({ on: 'waiver', conditionId: 'survey' }, 'go', [work])).toBe('0');
    expect(increaseOf({ on: 'scoring-model', modelId: 'model', digest: 'd' }, 'go', [])).toBe('0');
  });
});
