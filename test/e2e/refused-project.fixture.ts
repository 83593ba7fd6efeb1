import type { Case } from './refused-input.fixture';
import { bridge } from './samples.fixture';

const proposal = 'POST /api/v1/portfolios/{portfolioId}/projects';

/** Portfolios and proposals that cannot stand. */
export const refusedProject: readonly Case[] = [
  ['negative money', 'p-priya', proposal, { ...bridge, wholeLifeCost: '-1' }, '422 amount-negative'],
  ['money with a plus sign', 'p-priya', proposal, { ...bridge, wholeLifeCost: '+1' }, '400 fields-invalid'],
  ['money that is no number', 'p-priya', proposal, { ...bridge, wholeLifeCost: 'NaN' }, '400 fields-invalid'],
  [
    'money with an exponent',
    'p-priya',
    proposal,
    { ...bridge, wholeLifeCost: '1e400' },
    '400 fields-invalid',
  ],
  ['money as a number', 'p-priya', proposal, { ...bridge, wholeLifeCost: 2 ** 53 }, '400 fields-invalid'],
  [
    'money without end',
    'p-priya',
    proposal,
    { ...bridge, wholeLifeCost: '9'.repeat(41) },
    '400 fields-invalid',
  ],
  [
    'a day that does not exist',
    'p-priya',
    proposal,
    { ...bridge, start: '2027-02-30' },
    '400 fields-invalid',
  ],
  [
    'a finish before the start',
    'p-priya',
    proposal,
    { ...bridge, finish: '2027-03-31' },
    '422 finish-before-start',
  ],
  [
    'a name that turns around',
    'p-priya',
    proposal,
    { ...bridge, name: 'North \u202Eegdirb' },
    '400 fields-invalid',
  ],
  [
    'a name with a control character',
    'p-priya',
    proposal,
    { ...bridge, name: 'North\u0007' },
    '400 fields-invalid',
  ],
  ['a name over two lines', 'p-priya', proposal, { ...bridge, name: 'North\nbridge' }, '400 fields-invalid'],
  ['a name nobody can see', 'p-priya', proposal, { ...bridge, name: '\u200b\u200b' }, '400 fields-invalid'],
  ['a name of a filler', 'p-priya', proposal, { ...bridge, name: '\u3164' }, '400 fields-invalid'],
  [
    'a name with what is not seen',
    'p-priya',
    proposal,
    { ...bridge, name: 'North\u2060bridge' },
    '400 fields-invalid',
  ],
  ['a name too long', 'p-priya', proposal, { ...bridge, name: 'x'.repeat(201) }, '400 fields-invalid'],
  ['a person by name', 'p-priya', proposal, { ...bridge, sponsor: 'Maya Okafor' }, '400 fields-invalid'],
  [
    'a currency that is none',
    'p-maya',
    'POST /api/v1/portfolios',
    { name: 'New', currency: 'XQQ', timeZone: 'UTC' },
    '422 currency-unknown',
  ],
  [
    'a time zone that is none',
    'p-maya',
    'POST /api/v1/portfolios',
    { name: 'New', currency: 'GBP', timeZone: 'Mars/Base' },
    '400 fields-invalid',
  ],
  [
    'a name that is taken',
    'p-maya',
    'POST /api/v1/portfolios',
    { name: ' CITY ', currency: 'GBP', timeZone: 'UTC' },
    '409 portfolio-name-taken',
  ],
];
