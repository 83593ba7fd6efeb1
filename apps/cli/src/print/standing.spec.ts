import { namesBeside, samplePeople } from '@docket/identity';
import { assessmentsPage } from './assessments';
import { compositionTree } from './composition';
import { objectivesPage, type ObjectivesAnswer } from './objectives';
import { projectPage, type ProjectAnswer } from './project';

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

  it('assessments say what is not rated, and how far assessors agree', () => {
    const answer = {
      asOf,
      portfolio: { name: 'Works' },
      model: { name: 'Worth' },
      notices: [{ text: '1 of 2 components has no ratings by “Worth”.' }],
      assessments: [
        {
          ...{ project: { name: 'Bridge' }, assessor: 'p-dina', changedAt: asOf.at, missing: ['reach'] },
          notCounted: null,
        },
        {
          ...{ project: { name: 'Port' }, assessor: 'p-bea', changedAt: asOf.at, missing: [] },
          notCounted: 'sponsor',
        },
      ],
      agreement: [
        { name: 'Fit', value: '0.5', notAvailable: null, assessors: 2, items: 3 },
        { name: 'Reach', value: null, notAvailable: 'too-few-assessors', assessors: 1, items: 3 },
      ],
      rated: [{ name: 'Worth' }],
    };
    const said = flat(assessmentsPage(answer, 'UTC', named));
    expect(said).toContain('Bridge, by Dina Farouk (p-dina) on 2020-01-01; not rated: reach');
    expect(said).toContain('Port, by Bea Novak (p-bea) on 2020-01-01; not counted: now its sponsor');
    expect(said).toContain('note: 1 of 2 components has no ratings by “Worth”.');
    expect(said).toContain('Fit: 0.500, 2 assessors, 3 projects');
    expect(said).toContain('Reach: not available (too few assessors), 1 assessors, 3 projects');
  });

  it('a project says its case, its baselines, its revisions, its figures and what it serves', () => {
    const figures = { wholeLifeCost: '900', start: '2027-01-01', finish: '2028-12-31' };
    const lacking = { value: null, reason: 'No baseline.' };
    const answer: ProjectAnswer = {
      asOf,
      project: {
        name: 'Bridge',
        status: 'authorised',
        since: '2020-01-01',
        department: 'DfT',
        businessCase: { ...figures, scope: 'The deck.', tags: ['rail'] },
        baseline: { original: figures, current: { ...figures, wholeLifeCost: '1000' } },
        differsFromBaseline: [
          { figure: 'wholeLifeCost', baseline: '1000', present: '900', by: 'business-case' },
          { figure: 'finish', baseline: '2028-12-31', present: '2029-01-31', by: 'report' },
        ],
        mustHave: { reason: 'The law.', by: 'p-otto', since: asOf.at },
        proposer: 'p-priya',
        sponsor: null,
        manager: 'p-priya',
        declined: [
          { part: 'sponsor', personId: 'p-sam', at: '2019-12-01T12:00:00.000Z', reason: 'Too much.' },
          { part: 'sponsor', personId: 'p-maya', at: asOf.at, reason: 'Nobody asked me.' },
        ],
      },
      revisions: {
        rows: [
          { number: 1, date: asOf.at, actor: 'p-priya', differences: [], part: null },
          {
            number: 2,
            date: asOf.at,
            actor: 'p-priya',
            differences: [{ path: 'wholeLifeCost', before: '800', after: '900' }],
            part: null,
          },
          {
            number: 3,
            date: asOf.at,
            actor: 'p-maya',
            differences: [{ path: 'sponsor', before: 'p-maya', after: null }],
            part: { event: 'PartDeclined', part: 'sponsor', reason: 'Nobody asked me.' },
          },
          {
            number: 4,
            date: asOf.at,
            actor: 'p-maya',
            differences: [],
            part: { event: 'PartTakenUp', part: 'sponsor', reason: null },
          },
        ],
      },
      reports: {
        rows: [
          {
            reportedFor: '2020-01-01',
            narrative: 'On plan.',
            corrections: [
              {
                ...{ correctedBy: 'p-otto', correctedAt: asOf.at, reason: 'A slip.' },
                differences: [
                  { path: 'defects/sizeUnit', before: null, after: 'km' },
                  { path: 'figures/earnedValue', before: '2500', after: null },
                ],
              },
            ],
          },
        ],
      },
      confidence: {
        counts: { scale: 'ipa-5', rating: 'red' },
        why: 'The list of 2020-01-01 rates it.',
        judgements: [],
        published: [{}],
      },
      earnedValue: {
        currency: 'GBP',
        performance: { costPerformanceIndex: { value: '0.892857142857', unit: 'ratio' } },
        against: { current: { budgetAtCompletion: lacking, typical: { estimateAtCompletion: lacking } } },
      },
      objectives: { rows: [{ id: 'o1', name: 'No lorry turns back' }] },
      dependencies: {
        rows: [
          {
            ...{ kind: 'requires', fromName: 'Bridge', toName: 'Port', reason: 'One crane.' },
            fromStatus: { status: 'authorised', since: asOf.at },
            toStatus: { status: 'withdrawn', since: asOf.at },
          },
          {
            ...{ kind: 'excludes', fromName: 'Tram', toName: 'Bridge', reason: 'One road.' },
            fromStatus: { status: 'left', since: asOf.at },
            toStatus: { status: 'authorised', since: asOf.at },
          },
        ],
      },
      contributions: {
        alignment: { value: '75' },
        contributions: [
          {
            objectiveId: 'o1',
            status: 'confirmed',
            level: { name: 'strong' },
            claim: { level: 3 },
            confirmation: {},
          },
          {
            objectiveId: 'o2',
            status: 'claimed',
            level: { name: 'indirect' },
            claim: { level: 4 },
            confirmation: {},
          },
        ],
      },
    };
    const said = flat(projectPage(answer, 'UTC', named));
    for (const part of [
      'A must-have: The law. (marked by Otto Lindqvist (p-otto) on 2020-01-01)',
      'Differs from its baseline: whole life cost GBP 900 by its business case, GBP 1,000 as authorised Differs from its baseline: finish 2029-01-31 by its last report, 2028-12-31 as authorised',
      'Business case: GBP 900, 2027-01-01 to 2028-12-31 Scope: The deck. Tags: rail',
      'Baseline, original: GBP 900, 2027-01-01 to 2028-12-31 Baseline, current: GBP 1,000',
      'wholeLifeCost: 800 → 900',
      'corrected by Otto Lindqvist (p-otto) on 2020-01-01: A slip. defects: size unit: not said → km earned value: 2500 → not said',
      'Delivery confidence: red (ipa-5). The list of 2020-01-01 rates it.',
      'Proposed by: Priya Raman (p-priya) Sponsor: declined by Maya Okafor (p-maya) on 2020-01-01: Nobody asked me. Manager: Priya Raman (p-priya)',
      '3, 2020-01-01, by Maya Okafor (p-maya): declines to be sponsor: Nobody asked me. sponsor: Maya Okafor (p-maya) → nothing',
      '4, 2020-01-01, by Maya Okafor (p-maya): takes up the part of sponsor',
      'cost performance index: 0.893',
      'not available: budget at completion, typical. No baseline.',
      'Bridge requires Port, which was withdrawn on 2020-01-01: One crane.',
      'Tram, which left the portfolio on 2020-01-01, excludes Bridge: One road.',
      'No lorry turns back: strong, confirmed o2: indirect, confirmed; a claim of 4 waits alignment: 75.0 of 100',
    ])
      expect(said).toContain(part);
  });
});
