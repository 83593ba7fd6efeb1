import { rowsOf, type ListedProject } from '../../testing/lists';
import { accepted, planOf, PORTFOLIO, recorded } from '../../testing/plans';
import { idOfNew } from './identity';
import type { KnownHistory } from './known-project';
import type { ImportPlan } from './plan';

const told = (plan: ImportPlan) =>
  plan.years.map(({ year, rows, departures }) => [
    year,
    ...[...rows.flatMap(({ steps }) => steps), ...departures].map(
      ({ kind, projectId }) => `${kind} ${nameOf(projectId)}`,
    ),
  ]);
const NAMES = ['Alpha', 'Beta', 'Gamma'];
const nameOf = (id: string) =>
  NAMES.find((name) =>
    [2014, 2015, 2016].some((year) => idOfNew(PORTFOLIO, rowsOf([{ year, name }])[0]!) === id),
  ) ?? id;

const THREE_YEARS: readonly ListedProject[] = [
  { year: 2015, name: 'Beta' },
  { year: 2014, name: 'Alpha' },
  { year: 2014, name: 'Beta', department: 'DfT' },
  { year: 2016, name: 'Alpha', number: 'DFT_1' },
  { year: 2016, name: 'Gamma' },
];

describe('the plan of an import', () => {
  it('goes year by year: who is new, who returns, what is said anew and reported, who left without a recorded decision', () =>
    expect(told(accepted(planOf(rowsOf(THREE_YEARS))))).toEqual([
      [
        2014,
        'import-authorised-project Alpha',
        'report-status Alpha',
        'import-authorised-project Beta',
        'report-status Beta',
      ],
      [2015, 'report-status Beta', 'note-departure Alpha'],
      [
        2016,
        'note-return Alpha',
        'redescribe-project Alpha',
        'report-status Alpha',
        'import-authorised-project Gamma',
        'report-status Gamma',
        'note-departure Beta',
      ],
    ]));

  it('says what each command will say', () => {
    const [row] = rowsOf([{ year: 2019, name: 'Alpha', number: 'DFT_1', comment: 'On track.' }]);
    const projectId = idOfNew(PORTFOLIO, row!);
    const source = { file: 'list.csv', line: 2 };
    expect(accepted(planOf([row!]))).toEqual({
      rows: 1,
      recorded: 1,
      unchanged: 0,
      doubtful: [],
      years: [
        {
          year: 2019,
          knownAt: '2019-07-01T09:00:00.000Z',
          source: 'list.csv',
          rows: [
            {
              source,
              steps: [
                {
                  kind: 'import-authorised-project',
                  projectId,
                  source,
                  name: 'Alpha',
                  department: 'DFT',
                  reference: 'DFT_1',
                },
                {
                  kind: 'report-status',
                  projectId,
                  reportedFor: '2019-07-01',
                  source,
                  figures: {
                    budget: '5000000',
                    forecast: '4000000',
                    wholeLifeCost: '10000000',
                    start: '2014-01-01',
                    finish: '2030-12-31',
                  },
                  confidence: { scale: 'ipa-5', rating: 'amber' },
                  narrative: 'On track.',
                },
              ],
            },
          ],
          departures: [],
        },
      ],
    });
  });

  it('only what differs is said anew, and what a list leaves unsaid stays', () => {
    const plan = accepted(
      planOf(
        rowsOf([
          { year: 2016, name: 'Alpha', number: 'DFT_1' },
          { year: 2017, name: 'Alpha 2', number: 'DFT_1' },
          { year: 2018, name: 'Alpha 2' },
        ]),
      ),
    );
    expect(
      plan.years.map(({ rows }) =>
        rows.flatMap(({ steps }) => steps).filter(({ kind }) => kind === 'redescribe-project'),
      ),
    ).toEqual([
      [],
      [expect.objectContaining({ name: 'Alpha 2', source: { file: 'list.csv', line: 3 } })],
      [],
    ]);
  });

  it('changes nothing when everything is recorded, whether history is open or settled', () => {
    const rows = rowsOf(THREE_YEARS);
    for (const history of ['open', 'settled'] as const)
      expect(planOf(rows, recorded(rows, history))).toEqual({
        years: [],
        rows: 5,
        recorded: 0,
        unchanged: 5,
        doubtful: [],
      });
  });

  it('takes up what an import that broke off has left', () => {
    const rows = rowsOf(THREE_YEARS);
    const { projects } = recorded(rows.filter(({ year }) => year < 2016));
    const broken: KnownHistory = {
      history: 'open',
      reachedAt: '2015-07-01T09:00:00.000Z',
      projects: projects.map((one) => ({ ...one, present: true })),
    };
    expect(told(accepted(planOf(rows, broken)))).toEqual([
      [2015, 'note-departure Alpha'],
      [
        2016,
        'note-return Alpha',
        'redescribe-project Alpha',
        'report-status Alpha',
        'import-authorised-project Gamma',
        'report-status Gamma',
        'note-departure Beta',
      ],
    ]);
  });

  it('a list of the latest year may still add its projects; nobody departs twice', () => {
    const before = recorded(
      rowsOf([
        { year: 2014, name: 'Alpha' },
        { year: 2014, name: 'Beta' },
        { year: 2015, name: 'Alpha' },
      ]),
    );
    expect(told(accepted(planOf(rowsOf([{ year: 2015, name: 'Beta' }]), before)))).toEqual([
      [2015, 'note-return Beta', 'report-status Beta'],
    ]);
  });

  it('a project-year that says something else than is recorded is doubtful, and what is recorded stands', () => {
    const before = recorded(rowsOf([{ year: 2015, name: 'Alpha', cost: '10', comment: 'Cost is Ł5m.' }]));
    const again = rowsOf([{ year: 2015, name: 'ALPHA', cost: '£12', comment: 'Cost is £5m' }], 'other.csv');
    expect(planOf(again, before)).toEqual({
      years: [],
      rows: 1,
      recorded: 0,
      unchanged: 1,
      doubtful: [
        {
          file: 'other.csv',
          line: 2,
          field: 'wholeLifeCost',
          value: '12000000',
          reason:
            'Differs from what is recorded for 2015, which stands. A correction is recorded on the day it is made.',
        },
      ],
    });
  });

  it('what a repeated project-year leaves unsaid is no difference', () => {
    const before = recorded(rowsOf([{ year: 2015, name: 'Alpha', number: 'DFT_1', comment: 'On track.' }]));
    const terse = rowsOf([{ year: 2015, name: 'Alpha', rating: '', cost: '' }]);
    expect(planOf(terse, before)).toEqual({ years: [], rows: 1, recorded: 0, unchanged: 1, doubtful: [] });
  });

  it('a project that stands twice in a year counts once as recorded and once as unchanged', () => {
    const twice = rowsOf([
      { year: 2015, name: 'Alpha' },
      { year: 2015, name: 'Alpha', rating: 'Red' },
    ]);
    const plan = accepted(planOf(twice));
    expect([plan.rows, plan.recorded, plan.unchanged]).toEqual([2, 1, 1]);
    expect(plan.doubtful.map(({ line, field, reason }) => [line, field, reason])).toEqual([
      [3, 'row', 'The project stands in the list of 2015 already, on line 2: not recorded again.'],
      [
        3,
        'rating',
        'Differs from what is recorded for 2015, which stands. A correction is recorded on the day it is made.',
      ],
    ]);
    const elsewhere = accepted(
      planOf([
        ...rowsOf([{ year: 2015, name: 'Alpha' }]),
        ...rowsOf([{ year: 2015, name: 'Alpha' }], 'b.csv'),
      ]),
    );
    expect([elsewhere.rows, elsewhere.recorded, elsewhere.unchanged, elsewhere.doubtful]).toEqual([
      2,
      1,
      1,
      [],
    ]);
  });
});
