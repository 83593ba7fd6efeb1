import { fit, paragraph, wrapped } from './columns';
import { rankingTable } from './ranking';

describe('a table for a terminal', () => {
  it('breaks text between words, and a word that is longer than a line', () => {
    expect(wrapped('Coast Guard Fleet Replacement', 12)).toEqual(['Coast Guard', 'Fleet', 'Replacement']);
    expect(wrapped('docket-project-1', 8)).toEqual(['docket-p', 'roject-1']);
    expect(wrapped('', 8)).toEqual(['']);
  });

  it('indents the lines of a paragraph below its beginning', () =>
    expect(paragraph('still open here', { first: '  note: ', width: 18 })).toEqual([
      '  note: still open',
      '        here',
    ]));

  it('fills a column up, or cuts what does not fit', () =>
    expect([fit('7', 4, 'right'), fit('Bridge', 8), fit('Bridges', 5)]).toEqual([
      '   7',
      'Bridge  ',
      'Brid…',
    ]));

  it('holds rank, whole name, score and data in one width, with the reason below', () =>
    expect(
      rankingTable(
        {
          asOf: { token: 'tABC', number: 12, at: '2019-12-31T23:59:59.999Z' },
          portfolio: { name: 'GMPP' },
          model: { name: 'Delivery health 1' },
          notices: [],
          rows: [
            {
              rank: 1,
              name: 'Coast Guard Fleet Replacement and Support for the Northern Waters',
              score: '4.2',
              coverage: '0.7',
              reason: 'Lifted most by Delivery confidence (2.5 of 2.5).',
              contributions: [],
            },
            {
              rank: null,
              name: 'Quiet Works',
              score: null,
              coverage: '0',
              reason: 'Not ranked.',
              contributions: [],
            },
          ],
        },
        'Europe/London',
        70,
      ),
    ).toBe(
      [
        'GMPP, ranked by Delivery health 1, as of 2019-12-31T23:59:59.999Z',
        '(event 12), on 2019-12-31 in Europe/London',
        '',
        'rank  project, and why it stands there                    score   data',
        '   1  Coast Guard Fleet Replacement and Support for the   4.200   70 %',
        '      Northern Waters',
        '        Lifted most by Delivery confidence (2.5 of 2.5).',
        '   –  Quiet Works                                             –    0 %',
        '        Not ranked.',
        '',
        '1 ranked, 1 unranked; data: share of the weight that has values.',
        'The same again, for ever:',
        "  docket rank --portfolio 'GMPP' \\",
        "  --model 'Delivery health 1' --as-of \\",
        '  tABC',
        '',
      ].join('\n'),
    ));
});
