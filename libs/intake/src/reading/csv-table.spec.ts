import { atOnce, STEP } from '../domain/stepwise';
import { MAX_RECORDS, readCsv } from './csv-table';

const KNOWN = new Set(['year', 'project_name', 'note']);
const read = (text: string) => {
  const table = atOnce(readCsv(text, 'list.csv', (name) => KNOWN.has(name)));
  return 'outcome' in table ? [table.refusal.code, table.refusal.message] : table;
};

describe('records of a list', () => {
  it.each([',', ';', '\t'])('are apart by %j, as the header tells', (delimiter) =>
    expect(
      read(
        ['year', 'project_name'].join(delimiter) +
          '\n' +
          ['2019', 'A;B,C'].join(delimiter).replace('A;B,C', '"A;B,C"'),
      ),
    ).toEqual({
      header: ['year', 'project_name'],
      records: [{ line: 2, cells: ['2019', 'A;B,C'] }],
    }),
  );

  it('know the line on which they start, whatever line ends their cells hold', () =>
    expect(
      read('year;note\r\n2019;"one\r\r\r\ntwo ""quoted""\nthree"\r\n\r\n2020;x\n2021;"é\r\n"\r\n2022;y'),
    ).toEqual({
      header: ['year', 'note'],
      records: [
        { line: 2, cells: ['2019', 'one\r\r\r\ntwo "quoted"\nthree'] },
        { line: 6, cells: ['2020', 'x'] },
        { line: 7, cells: ['2021', 'é\r\n'] },
        { line: 9, cells: ['2022', 'y'] },
      ],
    }));

  it.each([STEP - 2, STEP - 1, STEP, 3 * STEP])(
    'are taken part by part, %i of them, as if at once',
    (count) => {
      const rows = Array.from({ length: count }, (_, n) => `${n};"a\nb ""é""${n}"`);
      const table = read(['year;note', ...rows, ''].join('\r\n\r\n'));
      expect(table).toEqual({
        header: ['year', 'note'],
        records: rows.map((_, n) => ({ line: 3 + 3 * n, cells: [String(n), `a\nb "é"${n}`] })),
      });
    },
  );

  it.each([
    ['a quote that is never closed', '2020;"y', 'opens a quote that is never closed'],
    ['fewer cells than the header', '2020', 'more or fewer cells than the header'],
  ])('with %s far down refuse the file, naming the line', (_, row, what) => {
    const rows = Array.from({ length: 2 * STEP + 7 }, () => '2019;x');
    expect(read(['year;note', ...rows, row, '2021;z'].join('\n'))).toEqual([
      'file-malformed',
      expect.stringMatching(new RegExp(`starts on line ${2 * STEP + 9} .*${what}`)),
    ]);
  });

  it('are refused where they are more than can be held', () => {
    const text = `year;note\n${'1;x\n'.repeat(MAX_RECORDS)}`;
    expect(read(text)).toMatchObject({ header: ['year', 'note'] });
    expect(read(`${text}1;x\n`)).toEqual([
      'file-too-large',
      'list.csv: More than 500000 rows in one import. Split it by year and import the parts one after the other, oldest first.',
    ]);
  });

  it('may end as on an old Mac', () =>
    expect(read('year;note\r2019;x\r2020;y')).toEqual({
      header: ['year', 'note'],
      records: [
        { line: 2, cells: ['2019', 'x'] },
        { line: 3, cells: ['2020', 'y'] },
      ],
    }));

  it.each([
    [
      'a quote that is never closed',
      'year;note\n2019;x\n2020;"y\nz',
      3,
      'opens a quote that is never closed',
    ],
    ['text after a closing quote', 'year;note\n2019;"x"y\n', 2, 'has text after a closing quote'],
    ['a quote amid a cell', 'year;note\n2019;x"y\n', 2, 'has a quote in the middle'],
    [
      'more cells than the header',
      'year;note\n2019;"a\nb"\n\n2020;x;y\n',
      5,
      'more or fewer cells than the header',
    ],
    ['fewer cells than the header', 'year;note\n2019\n', 2, 'more or fewer cells than the header'],
    ['a record without end', `year;note\n2019;${'x'.repeat(200_001)}\n`, 2, 'longer than 200000 characters'],
  ])('with %s refuse the file, naming the line', (_, text, line, what) => {
    const [code, message] = read(text) as string[];
    expect(code).toBe('file-malformed');
    expect(message).toMatch(new RegExp(`^list.csv: The record that starts on line ${line} .*${what}`));
  });

  it.each(['Dear all,\nplease find attached', '{"year": 2019}', '<html>', 'year|project_name\n2019|A'])(
    '%j is no list',
    (text) =>
      expect(read(text)).toEqual([
        'file-not-a-list',
        expect.stringContaining('names no column that is known'),
      ]),
  );

  it('blanks alone are an empty file', () =>
    expect(read(' \r\n \n')).toEqual(['file-empty', expect.stringContaining('nothing but blanks')]));
});
