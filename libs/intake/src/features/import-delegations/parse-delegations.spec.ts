import { MOST_TIERS, parseDelegations, type ParsedScheme } from './parse-delegations';

const CITY = { currency: 'GBP', timeZone: 'Europe/London', outcomes: ['go', 'hold'] };
const HEADER = 'holder,granted by,kind,limit per decision';
const ROW = 'Board,portfolio,capital,5m';

const parse = (text: string | Uint8Array) =>
  parseDelegations({ name: 'scheme.csv', bytes: Buffer.from(text) }, CITY);
const parsed = (text: string | Uint8Array): ParsedScheme => {
  const scheme = parse(text);
  if ('outcome' in scheme) throw new Error(scheme.refusal.message);
  return scheme;
};
const refusal = (text: string | Uint8Array): readonly string[] => {
  const scheme = parse(text);
  return 'outcome' in scheme ? [scheme.refusal.code, scheme.refusal.message] : [];
};

describe('the file of a scheme of delegation', () => {
  it.each([
    [
      'in any order, whatever the capitals',
      'Limit per decision,KIND,Granted By,Holder',
      '5m,capital,portfolio,Board',
    ],
    ['by other names people use', 'Body,Delegated by,Kinds,Per decision', ROW],
    ['with the currency behind', 'holder,granted by,kind,Limit per decision (£)', ROW],
    ['apart by semicolon', HEADER.replaceAll(',', ';'), ROW.replaceAll(',', ';')],
    ['apart by tab', HEADER.replaceAll(',', '\t'), ROW.replaceAll(',', '\t')],
  ])('names its columns %s', (_, header, row) =>
    expect(parsed(`${header}\n${row}\n`).rows).toMatchObject([
      { line: 2, holder: 'Board', grantedBy: null, kinds: ['capital'], perDecision: '5000000' },
    ]),
  );

  it('is read as Excel writes it: with its mark, or one byte to a letter', () => {
    const limited = ROW.replace('5m', '£5m');
    expect(parsed(`\ufeff${HEADER}\r\n${limited}\r\n`).rows).toHaveLength(1);
    expect(parsed(Buffer.from(`${HEADER}\n${limited}\n`, 'latin1')).rows).toMatchObject([
      { perDecision: '5000000' },
    ]);
  });

  it('may have columns nobody knows, which are told, and empty rows, which are not', () => {
    const { rows, count, notices } = parsed(`${HEADER},Remarks\n${ROW},agreed\n,,,,\n${ROW},\n`);
    expect([rows.map(({ line }) => line), count]).toEqual([[2, 4], 2]);
    expect(notices).toEqual([
      {
        ...{ file: 'scheme.csv', line: 1, field: 'Remarks', value: '' },
        reason: 'Not a column of a scheme of delegation: it was not read.',
      },
    ]);
  });

  it('says of each cell that cannot be taken where it is, what stands there, and why', () => {
    const long = 'x'.repeat(200);
    const { rows, count, refused } = parsed(
      `${HEADER}\n"Bo\nard",portfolio,,1.000\n${ROW}\nBoard,portfolio,capital,${long}\n`,
    );
    expect([rows.map(({ line }) => line), count]).toEqual([[4], 3]);
    expect(refused.map(({ file, line, field, value }) => [file, line, field, value])).toEqual([
      ['scheme.csv', 2, 'kind', ''],
      ['scheme.csv', 2, 'limit per decision', '1.000'],
      ['scheme.csv', 5, 'limit per decision', `${'x'.repeat(119)}…`],
    ]);
  });

  it('knows the line of each reference, the first where two rows have it', () => {
    const row = (reference: string) => `${ROW},${reference}`;
    expect([
      ...parsed([`${HEADER},ref`, row('A'), row(''), row('B'), row('A')].join('\n')).references,
    ]).toEqual([
      ['A', 2],
      ['B', 4],
    ]);
  });

  it.each([
    ['nothing', '', 'file-empty', 'The file is empty.'],
    ['a header alone', `${HEADER}\n,,,\n`, 'file-empty', 'It has a header, and no row below.'],
    ['another list', 'year,project_name\n2019,A\n', 'file-not-a-list', 'names no column that is known'],
    ['no limits', 'holder,granted by,kind\nBoard,portfolio,all\n', 'column-missing', 'limit per decision'],
    [
      'no holders',
      'kind\ncapital\n',
      'column-missing',
      'holder, granted by, limit per decision. Found: kind.',
    ],
    ['a column twice', `${HEADER},Kinds\n${ROW},x\n`, 'file-malformed', 'Two columns are named "kind".'],
    ['a row that is too short', `${HEADER}\nBoard,portfolio\n`, 'file-malformed', 'line 2'],
    ['a workbook', 'PK\u0003\u0004\n\u0000\u0000', 'file-encoding-broken', 'a workbook'],
    [
      'a row too many',
      `${HEADER}\n${`${ROW}\n`.repeat(MOST_TIERS + 1)}`,
      'file-too-large',
      'More than 1000 rows.',
    ],
  ])('is refused whole with %s', (_, text, code, message) =>
    expect(refusal(text)).toEqual([code, expect.stringContaining(message)]),
  );
});
