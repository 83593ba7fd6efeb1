import { NOBODYS, type Case } from './refused-input.fixture';

const importing = 'POST /api/v1/portfolios/{portfolioId}/delegations';
const file = (text: string, more: object = {}) => ({
  ...{ name: 'scheme.csv', base64: Buffer.from(text).toString('base64') },
  ...more,
});
const HEADER = 'holder,granted by,kind,limit per decision';
const ROW = 'Investment board,portfolio,capital,5m';

/** Files that are no scheme of delegation, and imports that cannot be asked for. */
export const refusedScheme: readonly Case[] = [
  ['a scheme without bytes', 'p-otto', importing, file(''), '400 file-empty'],
  ['a scheme without a row', 'p-otto', importing, file(HEADER), '400 file-empty'],
  ['another list as a scheme', 'p-otto', importing, file('year\n2019\n'), '400 file-not-a-list'],
  ['a scheme without limits', 'p-otto', importing, file('holder,kind\nx,y\n'), '400 column-missing'],
  [
    'a scheme with a column twice',
    'p-otto',
    importing,
    file(`${HEADER},Body\n${ROW},x\n`),
    '400 file-malformed',
  ],
  ['a scheme with an open quote', 'p-otto', importing, file(`${HEADER}\n"${ROW}\n`), '400 file-malformed'],
  ['a workbook as a scheme', 'p-otto', importing, file('PK\u0003\u0004\u0000'), '400 file-encoding-broken'],
  [
    'a scheme of more rows than anybody reads',
    'p-otto',
    importing,
    file(`${HEADER}\n${`${ROW}\n`.repeat(1_001)}`),
    '413 file-too-large',
  ],
  [
    'a scheme for no portfolio',
    'p-otto',
    `POST /api/v1/portfolios/${NOBODYS}/delegations`,
    file(`${HEADER}\n${ROW}`),
    '404 portfolio-unknown',
  ],
  ['a scheme of a visitor', 'visitor', importing, file(`${HEADER}\n${ROW}`), '401 session-missing'],
  [
    'a file that is no base64',
    'p-otto',
    importing,
    { name: 'scheme.csv', base64: '£' },
    '400 fields-invalid',
  ],
  ['a scheme tried perhaps', 'p-otto', importing, file(ROW, { dryRun: 'perhaps' }), '400 fields-invalid'],
  [
    'a scheme with a wish nobody knows',
    'p-otto',
    importing,
    file(ROW, { force: true }),
    '400 fields-invalid',
  ],
];
