import { NOBODYS, type Case } from './refused-input.fixture';
import { fewerLimits, today } from './samples.fixture';

const P = '/api/v1/portfolios/{portfolioId}';
const adding = `POST ${P}/nodes`;
const stating = `POST ${P}/objectives`;
const placing = 'PUT /api/v1/projects/{projectId}/place';
const weighing = `PUT ${P}/objective-weights`;
const reporting = `POST ${P}/objectives/{objectiveId}/actuals`;
const correcting = `POST ${P}/objectives/{objectiveId}/corrections`;
const claiming = 'POST /api/v1/projects/{projectId}/contributions';
const confirming = 'POST /api/v1/projects/{projectId}/contributions/confirmation';

const node = { kind: 'programme', name: 'New', parentId: '{portfolioId}' };
const served = { objectiveId: '{objectiveId}', level: 3, reason: 'So.' };
const dayAfter = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const other = { ...fewerLimits, name: 'Another' };

/** Nodes, objectives, actuals and contributions that cannot stand. */
export const refusedStrategy: readonly Case[] = [
  [
    'a node in itself',
    'p-otto',
    `PUT ${P}/nodes/{nodeId}/place`,
    { parentId: '{nodeId}' },
    '409 circle-of-portfolios',
  ],
  ['a node in nothing', 'p-otto', adding, { ...node, parentId: NOBODYS }, '404 node-unknown'],
  ['a node nobody knows', 'p-otto', `PUT ${P}/nodes/${NOBODYS}/name`, { name: 'x' }, '404 node-unknown'],
  ['a second node of a name', 'p-otto', adding, { ...node, name: ' ROADS' }, '409 node-name-taken'],
  ['a node of another kind', 'p-otto', adding, { ...node, kind: 'folder' }, '400 fields-invalid'],
  ['a lead by name', 'p-otto', adding, { ...node, lead: 'Sam Whitlock' }, '400 fields-invalid'],
  [
    'a node in a portfolio nobody knows',
    'p-otto',
    `POST /api/v1/portfolios/${NOBODYS}/nodes`,
    node,
    '404 portfolio-unknown',
  ],
  ['a project in a node nobody knows', 'p-otto', placing, { nodeId: NOBODYS }, '404 node-unknown'],
  [
    'a project in its portfolio as a node',
    'p-otto',
    placing,
    { nodeId: '{portfolioId}' },
    '404 node-unknown',
  ],
  ['a project in a node by name', 'p-otto', placing, { nodeId: 'Roads' }, '400 fields-invalid'],
  ['a project in no place', 'p-otto', placing, {}, '400 fields-invalid'],
  ['a project placed by its manager', 'p-priya', placing, { nodeId: '{nodeId}' }, '403 not-allowed'],
  [
    'a project nobody knows in a node',
    'p-otto',
    `PUT /api/v1/projects/${NOBODYS}/place`,
    { nodeId: '{nodeId}' },
    '404 project-unknown',
  ],
  [
    'weights above the whole',
    'p-otto',
    weighing,
    { weights: [{ objectiveId: '{objectiveId}', weight: '1.000000000001' }] },
    '422 weights-do-not-sum',
  ],
  [
    'weights below the whole',
    'p-otto',
    weighing,
    { weights: [{ objectiveId: '{objectiveId}', weight: '0.9' }] },
    '422 weights-do-not-sum',
  ],
  [
    'a weight of nothing',
    'p-otto',
    weighing,
    { weights: [{ objectiveId: '{objectiveId}', weight: '0' }] },
    '422 weight-not-positive',
  ],
  [
    'a weight of an objective nobody knows',
    'p-otto',
    weighing,
    { weights: [{ objectiveId: NOBODYS, weight: '1' }] },
    '404 objective-unknown',
  ],
  ['a second objective of a name', 'p-otto', stating, fewerLimits, '409 objective-name-taken'],
  [
    'a target the other way',
    'p-otto',
    stating,
    { ...other, target: { value: '41', day: '2030-12-31' } },
    '422 target-against-direction',
  ],
  [
    'a target of the day of its baseline',
    'p-otto',
    stating,
    { ...other, target: fewerLimits.baseline },
    '422 target-not-after-baseline',
  ],
  [
    'a target that is no number',
    'p-otto',
    stating,
    { ...other, target: { value: '1e1', day: '2030-12-31' } },
    '400 fields-invalid',
  ],
  [
    'another measure under what was reported',
    'p-otto',
    `PUT ${P}/objectives/{objectiveId}`,
    { ...fewerLimits, measure: { ...fewerLimits.measure, unit: 'limits' } },
    '409 measure-fixed',
  ],
  [
    'another target for no reason',
    'p-otto',
    `PUT ${P}/objectives/{objectiveId}`,
    { ...fewerLimits, target: { value: '5', day: '2030-12-31' } },
    '422 reason-blank',
  ],
  [
    'an actual reported twice',
    'p-otto',
    reporting,
    { day: '2026-01-31', value: '37' },
    '409 report-already-given',
  ],
  [
    'an actual out of order',
    'p-otto',
    reporting,
    { day: '2026-01-30', value: '37' },
    '409 report-out-of-order',
  ],
  ['an actual to come', 'p-otto', reporting, { day: dayAfter(3), value: '37' }, '422 report-from-the-future'],
  [
    'an actual before its baseline',
    'p-otto',
    reporting,
    { day: '2025-12-30', value: '37' },
    '422 actual-before-baseline',
  ],
  [
    'an actual of an objective nobody knows',
    'p-otto',
    `POST ${P}/objectives/${NOBODYS}/actuals`,
    { day: today(), value: '37' },
    '404 objective-unknown',
  ],
  [
    'a correction of what was not reported',
    'p-otto',
    correcting,
    { day: '2026-01-30', value: '36', reason: 'So.' },
    '404 actual-unknown',
  ],
  [
    'a correction without a reason',
    'p-otto',
    correcting,
    { day: '2026-01-31', value: '36' },
    '400 fields-invalid',
  ],
  ['a level off its scale', 'p-priya', claiming, { ...served, level: 5 }, '422 level-off-scale'],
  ['a level between two', 'p-priya', claiming, { ...served, level: 2.5 }, '400 fields-invalid'],
  ['a level in words', 'p-priya', claiming, { ...served, level: 'strong' }, '400 fields-invalid'],
  [
    'a contribution to an objective nobody knows',
    'p-priya',
    claiming,
    { ...served, objectiveId: NOBODYS },
    '404 objective-unknown',
  ],
  [
    'a contribution of a project nobody knows',
    'p-otto',
    `POST /api/v1/projects/${NOBODYS}/contributions`,
    served,
    '404 project-unknown',
  ],
  ['a contribution of a project of others', 'p-sam', claiming, served, '403 not-yours'],
  ['a confirmation by whose it is', 'p-priya', confirming, served, '403 not-allowed'],
];
