import { fileOf, parsed } from '../../testing/lists';
import { parseGmpp } from './parse-gmpp';

const JOINED =
  ',project_name,department,colour_rating,description_aims,rating_comment,start_date,end_date,schedule_comment,yearly_budget,yearly_forecast,wlc_baseline_incl_NCG,variance_comment,budget_comment,year,report_category,project_number,TOTAL Baseline Benefits (Łm),benefits_comment';
const YEARLY =
  'year;project_number;project_name;department;report_category;description_aims;colour_rating;colour_rating;rating_comment;start_date;end_date;schedule_comment;total_baseline;forecast_incl_NGC;variance_comment;wlc_baseline_incl_NCG;budget_comment;TOTAL Baseline Benefits (£m);benefits_comment';

describe('the joined list of all years', () => {
  it('gives a dated row of facts, figures and one narrative', () =>
    expect(
      parsed(
        fileOf(
          `${JOINED}\n0, Thameslink ,DfT,Amber/ Red,The aims\u0092 text.,"It slipped.\r\nTwice.",31/05/2010,2026-12-31,Later by a year.,Ł7.9,Ĺ\u00814.2,"Ł1,034.0",,Cost rose by Ł3m.,2019.0,ICT,DFT_0001_1112-Q1,12.5,Benefits hold.\n`,
        ),
      ),
    ).toEqual({
      rows: [
        {
          source: { file: 'list.csv', line: 2 },
          year: 2019,
          described: {
            name: 'Thameslink',
            department: 'DFT',
            category: 'ICT',
            reference: 'DFT_0001_1112-Q1',
            description: 'The aims’ text.',
          },
          report: {
            figures: {
              budget: '7900000',
              forecast: '4200000',
              wholeLifeCost: '1034000000',
              benefits: '12500000',
              start: '2010-05-31',
              finish: '2026-12-31',
            },
            confidence: { scale: 'ipa-5', rating: 'amber-red' },
            narrative:
              'It slipped.\nTwice.\n\nSchedule: Later by a year.\n\nBudget: Cost rose by £3m.\n\nBenefits: Benefits hold.',
          },
        },
      ],
      doubtful: [
        {
          file: 'list.csv',
          line: 1,
          field: '',
          value: '',
          reason: 'Not a column of this list: it was not read.',
        },
      ],
    }));

  it('lists what cannot be read by line, field and reason, and the row still counts', () => {
    const { rows, doubtful } = parsed(
      fileOf(
        `${JOINED.slice(1)}\nA,MOD,No DCA,,,1/012/2014,31.03.21,,TBC,-2.7,Exempt under Section 43,,,2018,,,,\n,,,,,,,,,,,,,,,,,\n"B",MOD,,,,2023-02-20,2023-01-20,,,,,,,2018,,,,\n`,
      ),
    );
    expect(rows.map(({ described, report }) => [described, report])).toEqual([
      [{ name: 'A', department: 'MOD' }, { figures: { finish: '2021-03-31' } }],
      [{ name: 'B', department: 'MOD' }, { figures: {} }],
    ]);
    expect(doubtful).toEqual([
      {
        file: 'list.csv',
        line: 2,
        field: 'yearly_budget',
        value: 'TBC',
        reason: 'Not an amount in £m: taken as not reported.',
      },
      {
        file: 'list.csv',
        line: 2,
        field: 'yearly_forecast',
        value: '-2.7',
        reason: 'An amount below zero: taken as not reported.',
      },
      {
        file: 'list.csv',
        line: 2,
        field: 'wlc_baseline_incl_NCG',
        value: 'Exempt under Section 43',
        reason: 'Exempt from disclosure: taken as not reported.',
      },
      {
        file: 'list.csv',
        line: 2,
        field: 'start_date',
        value: '1/012/2014',
        reason: 'Not a day: taken as not reported.',
      },
      {
        file: 'list.csv',
        line: 2,
        field: 'end_date',
        value: '31.03.21',
        reason: 'A year of two digits: taken as 2021-03-31.',
      },
      {
        file: 'list.csv',
        line: 2,
        field: 'colour_rating',
        value: 'No DCA',
        reason: 'No level of the scale ipa-5: taken as not reported.',
      },
      {
        file: 'list.csv',
        line: 3,
        field: 'year',
        value: '',
        reason: 'No year: the row has no date and was left out.',
      },
      {
        file: 'list.csv',
        line: 4,
        field: 'end_date',
        value: '2023-01-20',
        reason: 'Before the start, 2023-02-20: both taken as not reported.',
      },
    ]);
  });

  it('a value in a doubt is cut to what can be listed', () => {
    const [doubt] = parsed(
      fileOf(`${JOINED.slice(1)}\nA,MOD,${'x'.repeat(500)},,,,,,,,,,,2018,,,,\n`),
    ).doubtful;
    expect(doubt?.value).toBe(`${'x'.repeat(119)}…`);
  });
});

describe('the list of one year', () => {
  const row = (first: string, second: string, name = 'Dreadnought', number = 'MOD_0040_1112-Q1') =>
    fileOf(
      `${YEARLY}\r\n2022;${number};${name};MOD;Military Capability;;${first};${second};;20.05.2020;30.09.2031;;£33.73;£32,614;;£278;;;\r\n`,
    );

  it('has its rating in either of two columns', () => {
    const expected = { scale: 'ipa-3', rating: 'amber' };
    expect(parsed(row('', 'Amber')).rows[0]?.report.confidence).toEqual(expected);
    expect(parsed(row('Amber', '')).rows[0]?.report.confidence).toEqual(expected);
    expect(parsed(row('Amber', 'Amber')).rows[0]?.report.confidence).toEqual(expected);
  });

  it('names its figures otherwise', () =>
    expect(parsed(row('', 'Red')).rows[0]?.report.figures).toEqual({
      budget: '33730000',
      forecast: '32614000000',
      wholeLifeCost: '278000000',
      start: '2020-05-20',
      finish: '2031-09-30',
    }));

  it('two ratings that contradict each other are doubtful', () => {
    const { rows, doubtful } = parsed(row('Amber', 'Red'));
    expect(rows[0]?.report.confidence).toBeUndefined();
    expect(doubtful).toEqual([
      {
        file: 'list.csv',
        line: 2,
        field: 'colour_rating',
        value: 'Amber | Red',
        reason: 'Two columns contradict each other: taken as not reported.',
      },
    ]);
  });

  it('a row without a name goes by its number; one with neither names no project', () => {
    const nameless = parsed(row('', 'Red', ''));
    expect(nameless.rows[0]?.described).toEqual({
      name: 'MOD_0040_1112-Q1',
      department: 'MOD',
      category: 'Military Capability',
      reference: 'MOD_0040_1112-Q1',
    });
    expect(nameless.doubtful.map(({ field, reason }) => [field, reason])).toEqual([
      ['project_name', 'No name: its number, MOD_0040_1112-Q1, was taken for it.'],
    ]);
    const neither = parsed(row('', 'Red', '', ''));
    expect(neither.rows).toEqual([]);
    expect(neither.doubtful.map(({ reason }) => reason)).toEqual([
      'Neither a name nor a number: the row names no project and was left out.',
    ]);
  });
});

it('a list without a column it needs is refused, naming what is missing and what was found', () =>
  expect(
    parseGmpp(
      fileOf('year;project_name;department;rating;start_date;end_date;total_baseline\n2019;A;B;;;;\n'),
    ),
  ).toEqual({
    outcome: 'refused',
    refusal: {
      code: 'column-missing',
      message:
        'list.csv: These columns are missing: colour_rating, yearly_forecast or forecast_incl_ngc or forecast_incl_ncg, wlc_baseline_incl_ncg or wlc_baseline_incl_ngc. Found: year, project_name, department, rating, start_date, end_date, total_baseline. Name them as the published list does.',
    },
  }));
