import type { GoalProgressView, ObjectiveView } from '@docket/portfolio';
import { wordsOf } from '../words.fixture';
import { compositionSection } from './composition.view';
import { coverageSection, objectivesSection } from './objectives.view';

const objective: ObjectiveView = {
  id: 'o1',
  name: 'No lorry turns back',
  description: 'Limits fall.',
  status: 'active',
  measure: { name: 'Limits', unit: 'bridges', direction: 'falls' },
  baseline: { value: '40', day: '2025-12-31' },
  target: { value: '10', day: '2030-12-31' },
  weight: '0.6',
  actual: { value: '37', day: '2026-01-31' },
  progress: { value: '0.1', reason: null },
  lastRevision: { at: '2026-02-01T23:30:00.000Z', by: 'p-otto', reason: 'Four more were surveyed.' },
};
const goal: GoalProgressView = {
  portfolioId: 'works',
  kpi: 'goal-progress-1',
  progress: { value: '0.1', reason: null },
  coverage: { used: 1, eligible: 2 },
};

describe('objectives', () => {
  const unreported: ObjectiveView = {
    ...objective,
    status: 'retired',
    weight: null,
    actual: null,
    progress: { value: null, reason: 'no-actual' },
    lastRevision: { at: '2026-02-03T12:00:00.000Z', by: 'p-lena', reason: null },
  };
  const untouched = { ...objective, lastRevision: null };
  const said = wordsOf([objectivesSection([objective, unreported, untouched], goal, 'Europe/Paris')]);

  it.each([
    'Goal progress: 10.0 %, resting on 1 of 2 active objectives.',
    'Limits fall. revised by p-otto on 2026-02-02: Four more were surveyed. 60.0 % Limits',
    '(retired) Limits fall. revised by p-lena on 2026-02-03 unweighed',
    'Limits fall. 60.0 % Limits (falls) 40 bridges 2025-12-31 10 bridges 2030-12-31 37 bridges 2026-01-31 10.0 %',
    '– not available: nothing has been reported of it',
  ])('say: %s', (part) => expect(said).toContain(part));

  it('say why there is no progress of all, never 0', () => {
    const none = { ...goal, progress: { value: null, reason: 'nothing-weighed' } } as const;
    expect(wordsOf([objectivesSection([unreported], none, 'UTC')])).toContain(
      'not available: no objective is weighed',
    );
  });

  it('that nothing serves are named', () => {
    const coverage = {
      portfolioId: 'works',
      kpi: 'objective-coverage-1',
      covered: { value: '0.5', reason: null },
      coverage: { used: 1, eligible: 2 },
      uncovered: [{ id: 'o2', name: 'Clean <air>' }],
    } as Parameters<typeof coverageSection>[0];
    expect(wordsOf([coverageSection(coverage)])).toBe(
      'Objective coverage 50.0 %: authorised work is confirmed to serve 1 of 2 active objectives. No authorised work serves: Clean &lt;air&gt;.',
    );
  });
});

it('the composition is a tree, each place with its kind and lead', () => {
  const bridges = { id: 'n2', kind: 'programme', name: 'Bridges', lead: null, nodes: [] } as const;
  const roads = {
    id: 'n1',
    kind: 'sub-portfolio',
    name: 'Roads',
    lead: 'p-sam',
    nodes: [bridges],
  } as const;
  expect(wordsOf([compositionSection({ portfolioId: 'works', nodes: [roads] })])).toBe(
    'Composition Roads sub-portfolio, led by Sam Whitlock (p-sam) Bridges programme',
  );
});
