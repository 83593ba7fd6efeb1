import { cityGates, closing } from './gates.fixture';
import { NOBODYS, type Case } from './refused-input.fixture';

const publish = 'POST /api/v1/portfolios/{portfolioId}/gates';
/** Stands at the second gate; a ballot on it is open. */
const gated = '/api/v1/projects/{gated}';
/** Was completed, closed and corrected. */
const closed = '/api/v1/projects/{closed}';
/** Was killed; nobody has given its report yet. */
const stopped = '/api/v1/projects/{stopped}';
const withdrawn = '{withdrawn}';

const [idea, businessCase] = cityGates;
const moved = { gate: 'idea', reason: 'It is ready.' };
const letter = { gate: 'case', criterion: 'funding', what: 'The letter of 3 March.' };
const read = { gate: 'case', criterion: 'options', finding: 'met', reason: 'Read it.' };
const { benefitOwner: _, ...ownerless } = closing;
const { lessons: __, ...unlearned } = closing;
const { start: ___, ...unbegun } = closing;

const published = (gates: unknown, kind = 'project') => ({ kind, gates });
const cost = (amount: string, currency = 'GBP') => ({ ...closing, finalCost: { amount, currency } });

/** Gates that are not published, and not by everybody. */
export const refusedGates: readonly Case[] = [
  ['gates of a project manager', 'p-priya', publish, published(cityGates), '403 not-allowed'],
  ['gates of a chair', 'p-chen', publish, published(cityGates), '403 not-allowed'],
  ['gates of a kind of nothing', 'p-otto', publish, published(cityGates, 'idea'), '400 fields-invalid'],
  ['no gates', 'p-otto', publish, published([]), '400 fields-invalid'],
  ['a gate twice', 'p-otto', publish, published([idea, { ...businessCase, id: 'idea' }]), '422 gate-twice'],
  [
    'two gates of one name',
    'p-otto',
    publish,
    published([idea, { ...businessCase, name: 'GATE 1:  idea' }]),
    '422 gate-twice',
  ],
  [
    'a criterion at two gates',
    'p-otto',
    publish,
    published([idea, { ...businessCase, criteria: idea?.criteria }]),
    '422 criterion-twice',
  ],
  [
    'a gate that asks nothing',
    'p-otto',
    publish,
    published([{ ...idea, criteria: [] }]),
    '400 fields-invalid',
  ],
  [
    'a gate whose id is a sentence',
    'p-otto',
    publish,
    published([{ ...idea, id: 'The idea' }]),
    '400 fields-invalid',
  ],
  [
    'gates of nowhere',
    'p-otto',
    `POST /api/v1/portfolios/${NOBODYS}/gates`,
    published(cityGates),
    '404 portfolio-unknown',
  ],
];

/** What nobody says of a gate. */
export const refusedAtGates: readonly Case[] = [
  ['a gate nobody defined', 'p-otto', `PUT ${gated}/gate`, { ...moved, gate: 'moon' }, '404 gate-unknown'],
  ['a move while the board votes', 'p-priya', `PUT ${gated}/gate`, moved, '409 motion-already-open'],
  ['a move by somebody else', 'p-sam', `PUT ${gated}/gate`, moved, '403 not-yours'],
  [
    'a move without a reason',
    'p-priya',
    `PUT ${gated}/gate`,
    { gate: 'idea', reason: ' ' },
    '400 fields-invalid',
  ],
  ['a move of what has ended', 'p-otto', `PUT ${closed}/gate`, moved, '409 project-ended'],
  [
    'a move of what was withdrawn',
    'p-otto',
    `PUT /api/v1/projects/${withdrawn}/gate`,
    moved,
    '409 project-ended',
  ],
  ['a move of nothing', 'p-otto', `PUT /api/v1/projects/${NOBODYS}/gate`, moved, '404 project-unknown'],
  [
    'evidence on a criterion of another gate',
    'p-priya',
    `POST ${gated}/gate/evidence`,
    { ...letter, criterion: 'sponsor' },
    '422 criterion-unknown',
  ],
  [
    'evidence at a gate it has passed',
    'p-priya',
    `POST ${gated}/gate/evidence`,
    { ...letter, gate: 'idea', criterion: 'sponsor' },
    '409 not-at-this-gate',
  ],
  ['evidence of a stranger', 'p-sam', `POST ${gated}/gate/evidence`, letter, '403 not-yours'],
  [
    'evidence that says nothing',
    'p-priya',
    `POST ${gated}/gate/evidence`,
    { ...letter, what: '' },
    '400 fields-invalid',
  ],
  ['evidence at no gate', 'p-priya', `POST ${stopped}/gate/evidence`, letter, '409 project-ended'],
  ['a judgement of the manager', 'p-priya', `POST ${gated}/gate/judgements`, read, '403 not-allowed'],
  ['a judgement of who has an interest', 'p-bea', `POST ${gated}/gate/judgements`, read, '403 own-component'],
  [
    'a judgement of who gave the evidence',
    'p-otto',
    `POST ${gated}/gate/judgements`,
    { ...read, criterion: 'funding' },
    '403 own-evidence',
  ],
  [
    'a judgement that finds nothing known',
    'p-dina',
    `POST ${gated}/gate/judgements`,
    { ...read, finding: 'perhaps' },
    '400 fields-invalid',
  ],
  [
    'a judgement without a reason',
    'p-dina',
    `POST ${gated}/gate/judgements`,
    { ...read, reason: '\t' },
    '400 fields-invalid',
  ],
];

/** What closes nothing. */
export const refusedClosures: readonly Case[] = [
  ['the closure of work that runs', 'p-priya', `POST ${gated}/closure`, closing, '409 project-not-ended'],
  [
    'the closure of a proposal that was withdrawn',
    'p-otto',
    `POST /api/v1/projects/${withdrawn}/closure`,
    closing,
    '409 project-not-ended',
  ],
  ['a second closure', 'p-priya', `POST ${closed}/closure`, closing, '409 closure-already-given'],
  ['a closure by somebody else', 'p-sam', `POST ${stopped}/closure`, closing, '403 not-yours'],
  ['a closure by the chair', 'p-chen', `POST ${stopped}/closure`, closing, '403 not-allowed'],
  ['a closure without lessons', 'p-priya', `POST ${stopped}/closure`, unlearned, '400 fields-invalid'],
  [
    'a closure without a cost',
    'p-priya',
    `POST ${stopped}/closure`,
    { ...closing, finalCost: undefined },
    '400 fields-invalid',
  ],
  ['a cost below zero', 'p-priya', `POST ${stopped}/closure`, cost('-1'), '422 amount-negative'],
  [
    'a cost in another currency',
    'p-priya',
    `POST ${stopped}/closure`,
    cost('1', 'EUR'),
    '422 another-currency',
  ],
  ['a cost in words', 'p-priya', `POST ${stopped}/closure`, cost('much'), '400 fields-invalid'],
  [
    'a cost as a number',
    'p-priya',
    `POST ${stopped}/closure`,
    { ...closing, finalCost: 5 },
    '400 fields-invalid',
  ],
  [
    'an end before the start',
    'p-priya',
    `POST ${stopped}/closure`,
    { ...closing, finish: '2024-03-31' },
    '422 finish-before-start',
  ],
  [
    'an end that is still to come',
    'p-priya',
    `POST ${stopped}/closure`,
    { ...closing, finish: '2199-01-01' },
    '422 closure-from-the-future',
  ],
  [
    'nobody for the benefits, and no reason',
    'p-priya',
    `POST ${stopped}/closure`,
    ownerless,
    '422 benefit-owner-missing',
  ],
  [
    'somebody nobody knows for the benefits',
    'p-priya',
    `POST ${stopped}/closure`,
    { ...closing, benefitOwner: 'p-nobody' },
    '400 fields-invalid',
  ],
  [
    'somebody for the benefits, and a reason for nobody',
    'p-priya',
    `POST ${stopped}/closure`,
    { ...closing, noOwnerReason: 'Nothing came of it.' },
    '422 benefit-owner-contradicted',
  ],
  [
    'a correction of what was not given',
    'p-priya',
    `PUT ${stopped}/closure`,
    { ...closing, reason: 'An invoice.' },
    '404 closure-not-given',
  ],
  [
    'a correction without a reason',
    'p-priya',
    `PUT ${closed}/closure`,
    { ...closing, reason: ' ' },
    '400 fields-invalid',
  ],
  [
    'a correction to completed work without a start',
    'p-priya',
    `PUT ${closed}/closure`,
    { ...unbegun, reason: 'It never began.' },
    '422 start-missing',
  ],
  [
    'a motion on work that is closed',
    'p-sven',
    'POST /api/v1/portfolios/{portfolioId}/motions',
    { bodyId: '{bodyId}', projectId: '{closed}', ask: 'go', question: 'Once more?' },
    '422 ask-does-not-fit',
  ],
  [
    'a motion on a proposal that was withdrawn',
    'p-sven',
    'POST /api/v1/portfolios/{portfolioId}/motions',
    { bodyId: '{bodyId}', projectId: withdrawn, ask: 'go', question: 'All the same?' },
    '422 ask-does-not-fit',
  ],
];
