import { delegationMatrixPage } from './delegation-matrix';
import { delegationsSummary, type DelegationsAnswer } from './delegations-summary';

const NOTHING: DelegationsAnswer = {
  ...{ result: 'imported', file: 'scheme.csv', rows: 0, granted: 0, changed: 0, unchanged: 0, revoked: 0 },
  ...{ refused: [], steps: [], missing: [], notices: [] },
};
const step = { holder: 'Lead of roads', differs: [] };
const note = { file: 'scheme.csv', line: 3, field: 'kind', value: 'captial', reason: 'New.' };

describe('the summary of an import of delegations', () => {
  it('counts, and says what becomes of each row where something does', () =>
    expect(
      delegationsSummary(
        {
          ...NOTHING,
          ...{ rows: 3, granted: 2, changed: 1, unchanged: 1, revoked: 2 },
          steps: [
            { ...step, line: 2, does: 'grant' },
            { ...step, line: 3, does: 'change', differs: ['until', 'outcomes'] },
            { ...step, line: 4, does: 'nothing' },
          ],
          missing: [
            { holder: 'Team', kinds: ['capital'], isRevoked: true },
            { holder: 'Board', kinds: null, isRevoked: false },
          ],
          notices: [note],
        },
        100,
      ),
    ).toBe(
      [
        '3 rows: 2 granted (1 of them changed), 1 unchanged; 2 grants revoked.',
        '  line 2: Lead of roads: granted',
        '  line 3: Lead of roads: changed in until, outcomes',
        '  no row names the grant to Team for capital: revoked',
        '  no row names the grant to Board for every kind: it stays; --revoke-missing revokes it',
        'To know:',
        '  scheme.csv:3 kind "captial": New.',
        '',
      ].join('\n'),
    ));

  it('says that nothing was done, and why, row by row', () => {
    const steps = [{ ...step, line: 2, does: 'grant' }] as const;
    const refused = [note, { ...note, line: null }];
    expect(
      delegationsSummary({ ...NOTHING, result: 'refused', rows: 1, steps, refused }, 100).split('\n'),
    ).toEqual([
      'Nothing was done.',
      '1 rows: 0 granted (0 of them changed), 0 unchanged; 0 grants revoked.',
      'Refused:',
      '  scheme.csv:3 kind "captial": New.',
      '  scheme.csv kind "captial": New.',
      '',
    ]);
  });

  it.each([
    ['tried', 'Only tried: nothing was done. Done, it would be'],
    ['stopped', 'Stopped: the same command again goes on from there.'],
  ] as const)('says how it ended: %s', (result, said) =>
    expect(delegationsSummary({ ...NOTHING, result }, 100).split('\n')[0]).toBe(said),
  );

  it('is no longer than people read', () => {
    const refused = Array.from({ length: 45 }, () => note);
    const lines = delegationsSummary({ ...NOTHING, result: 'refused', refused }, 100).split('\n');
    expect(lines.at(-2)).toBe('  … and 5 more; --json lists all of them');
  });
});

describe('the matrix of delegations for a terminal', () => {
  const asOf = { token: 't0', number: 7, at: '2026-03-02T09:00:00.000Z' };
  const page = (tiers: Parameters<typeof delegationMatrixPage>[0]['tiers']) =>
    delegationMatrixPage({ asOf, currency: 'GBP', tiers }, { name: 'City', timeZone: 'UTC' }, 76);
  const grant = { domains: null, outcomes: null, perDecision: '5000000', perPeriod: null };

  it('lists each body with its limits by kind, in words', () =>
    expect(
      page([
        { name: 'Idle', authority: 'none', cells: [] },
        {
          ...{ name: 'Lead of roads', authority: 'granted' },
          cells: [
            {
              ...{ kind: 'capital', mayDecide: true },
              grants: [
                {
                  ...grant,
                  perPeriod: { amount: '20000000', period: 'year' },
                  ...{ domains: [{ name: 'Roads' }], outcomes: ['go', 'hold'] },
                },
                { ...grant, perDecision: null },
              ],
            },
            { kind: null, mayDecide: false, grants: [] },
          ],
        },
        { name: 'Council', authority: 'full', cells: [] },
      ]).split('\n'),
    ).toEqual([
      expect.stringContaining('City: who may decide what, in GBP, as of 2026-03-02T09:00:00.000Z'),
      ...['on 2026-03-02 in UTC', ''],
      ...['Idle', '  nothing is in force for it', 'Lead of roads'],
      '  capital                 up to 5,000,000, 20,000,000 a year, in Roads, for',
      '                          go, hold',
      '                          without limit',
      ...['Council', '  everything: nobody has limited it'],
      ...['', 'The same again, for ever: --as-of \\', '  t0', ''],
    ]));

  it('says where there is no body', () => expect(page([])).toContain('There is no body yet.'));
});
