import { namesBeside, samplePeople } from '@docket/identity';
import { compositionTree } from './composition';
import { objectivesPage, type ObjectivesAnswer } from './objectives';

const asOf = { token: 'token', number: 9, at: '2020-01-01T12:00:00.000Z' };
const named = namesBeside(samplePeople);
const works = { name: 'Works', timeZone: 'UTC' };
const flat = (text: string): string => text.replace(/\s+/g, ' ');

describe('in a terminal', () => {
  it('a composition is a tree with kinds and leads', () => {
    const bridges = { kind: 'programme', name: 'Bridges', lead: null, nodes: [] };
    const roads = { kind: 'sub-portfolio', name: 'Roads', lead: 'p-sam', nodes: [bridges] };
    expect(
      compositionTree({ asOf, nodes: [roads] }, { ...works, named })
        .split('\n')
        .slice(2),
    ).toEqual([
      '',
      '  Roads (sub-portfolio, led by Sam Whitlock (p-sam))',
      '    Bridges (programme)',
      '',
      'The same again, for ever: --as-of \\',
      '  token',
      '',
    ]);
    const deep = { ...bridges, name: 'Piers', standsIn: { name: 'Bridges' } };
    expect(compositionTree({ asOf, nodes: [deep] }, works)).toContain('Piers (programme, in Bridges)');
    expect(compositionTree({ asOf, nodes: [] }, works)).toContain('neither sub-portfolios nor programmes');
  });

  it('objectives say weight, measure and progress, and why there is none', () => {
    const dated = (value: string) => ({ value, day: '2026-01-31' });
    const objective = {
      name: 'No lorry turns back',
      status: 'active',
      weight: '0.6',
      measure: { name: 'Limits', unit: 'bridges' },
      baseline: dated('40'),
      target: dated('10'),
      actual: dated('37'),
      progress: { value: '0.1', reason: null },
      lastRevision: { at: asOf.at, by: 'p-otto', reason: 'Four more were surveyed.' },
    };
    const none = { value: null, reason: 'no-actual' };
    const answer: ObjectivesAnswer = {
      asOf,
      objectives: {
        rows: [objective, { ...objective, status: 'retired', weight: null, actual: null, progress: none }],
      },
      goalProgress: { progress: { value: '0.1', reason: null }, coverage: { used: 1, eligible: 1 } },
      objectiveCoverage: {
        covered: { value: '0', reason: null },
        coverage: { used: 0, eligible: 1 },
        uncovered: [{ name: 'No lorry turns back' }],
      },
      alignments: {
        rows: [
          { name: 'Bridge', alignment: { value: '75', reason: null } },
          { name: 'Port', alignment: none },
        ],
      },
    };
    const said = flat(objectivesPage(answer, works));
    for (const part of [
      'No lorry turns back: weight 60.0 %, progress 10.0 %',
      'Limits: from 40 bridges (2026-01-31) to 10 bridges (2026-01-31), now 37 bridges (2026-01-31)',
      '(retired): weight none, progress not available (no actual)',
      'Goal progress 10.0 %, resting on 1 of 1 active objectives.',
      'Objective coverage 0.0 %: authorised work serves 0 of 1. None serves No lorry turns back.',
      'Bridge: 75.0 of 100',
    ])
      expect(said).toContain(part);
    expect(said).not.toContain('Port');
  });
});
