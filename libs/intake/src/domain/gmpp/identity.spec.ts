import { rowsOf, type ListedProject } from '../../testing/lists';
import type { KnownProject } from './known-project';
import { atOnce } from '../stepwise';
import { idOfNew, recognise, withoutRepeats } from './identity';

/** A project as lists of these years named it. */
const known = (id: string, ...named: ListedProject[]): KnownProject => ({
  id,
  descriptions: rowsOf(named).map(({ year, described }) => ({ year, described })),
  reports: new Map(rowsOf(named).map(({ year, report }) => [year, report])),
  present: true,
});

const recognised = (row: Omit<ListedProject, 'year'>, ...projects: KnownProject[]) => {
  const rows = rowsOf([{ year: 2020, ...row }]);
  return [...atOnce(recognise(rows, 2020, projects)).values()].map(({ id }) => id);
};

describe('a row is a known project', () => {
  it.each<[string, Omit<ListedProject, 'year'>, ListedProject]>([
    [
      'by its number, whatever its name',
      { name: 'UK Gigabit', number: 'DCMS_0019_2021-Q4' },
      { year: 2019, name: 'Project Gigabit', number: 'DCMS_0019_2021-Q4' },
    ],
    [
      'by its number in other capitals',
      { name: 'B', number: 'DFT_0022_1415-Q4' },
      { year: 2019, name: 'A', number: 'DfT_0022_1415-Q4' },
    ],
    [
      'by its number under the other prefix of its department',
      { name: 'B', number: 'DOH_0063_1819-Q3' },
      { year: 2019, name: 'A', number: 'DH_0063_1819-Q3' },
    ],
    [
      'by name and department before it had a number',
      { name: 'Crossrail', number: 'DFT_0001_1112-Q1' },
      { year: 2019, name: 'Crossrail' },
    ],
    [
      'by its name in another spelling',
      { name: 'HS2 - Phase 1 & 2' },
      { year: 2019, name: 'HS2 Phase1 and 2' },
    ],
    [
      'by its name with or without its own abbreviation',
      { name: 'Spearfish Upgrade Programme' },
      { year: 2019, name: 'Spearfish Upgrade (SFU) Programme' },
    ],
    [
      'by name under a department in other capitals',
      { name: 'A', department: 'MoD' },
      { year: 2019, name: 'A', department: 'MOD' },
    ],
    [
      'by name under the department that took over',
      { name: 'A', department: 'BEIS' },
      { year: 2015, name: 'A', department: 'DECC' },
    ],
  ])('%s', (_, row, before) => expect(recognised(row, known('p', before))).toEqual(['p']));

  it.each<[string, Omit<ListedProject, 'year'>, ListedProject]>([
    ['another number', { name: 'A', number: 'DFT_2' }, { year: 2019, name: 'A', number: 'DFT_1' }],
    [
      'another department',
      { name: 'IT Transformation', department: 'NCA' },
      { year: 2019, name: 'IT Transformation', department: 'DWP' },
    ],
    ['a name that is only alike', { name: 'Wildcat Programme' }, { year: 2019, name: 'Wildcat' }],
    [
      'an abbreviation that is not its own',
      { name: 'High Speed Rail (HS2)' },
      { year: 2019, name: 'High Speed Rail' },
    ],
    [
      'a number the project got only later',
      { name: 'B', number: 'DFT_1' },
      { year: 2021, name: 'A', number: 'DFT_1' },
    ],
    ['a name the project got only later', { name: 'A' }, { year: 2021, name: 'A' }],
  ])('not with %s', (_, row, before) => expect(recognised(row, known('p', before))).toEqual([]));

  it('a name without end is compared in no time', () => {
    const endless = `A (${'B'.repeat(150_000)}`;
    expect(recognised({ name: endless }, known('p', { year: 2019, name: endless }))).toEqual(['p']);
  });

  it('of several of that name the one spelt so, then the one in the same department; else none is certain', () => {
    const spelt = known('spelt', { year: 2019, name: 'Common Platform (CP)', department: 'MOJ' });
    const alike = known('alike', { year: 2019, name: 'Common Platform', department: 'MOJ' });
    expect(recognised({ name: 'Common Platform (CP)', department: 'MOJ' }, alike, spelt)).toEqual(['spelt']);
    const [energy, business] = [
      known('energy', { year: 2015, name: 'A', department: 'DECC' }),
      known('business', { year: 2015, name: 'A', department: 'BEIS' }),
    ];
    expect(recognised({ name: 'A', department: 'BEIS' }, energy, business)).toEqual(['business']);
    expect(recognised({ name: 'A', department: 'DESNZ' }, energy, business)).toEqual([]);
  });

  it('two rows of one year are never one project', () => {
    const rows = rowsOf([
      { year: 2020, name: 'A', number: 'DFT_1' },
      { year: 2020, name: 'A', number: 'DFT_2' },
    ]);
    expect([...atOnce(recognise(rows, 2020, [known('p', { year: 2019, name: 'A' })]))]).toEqual([]);
    const [first] = rows;
    const numbered = known('p', { year: 2019, name: 'A', number: 'DFT_1' });
    expect([...atOnce(recognise(rows, 2020, [numbered]))]).toEqual([[first, numbered]]);
  });
});

describe('rows of one year', () => {
  it('repeat a project by its number, or without one by name and department', () => {
    const rows = rowsOf([
      { year: 2020, name: 'A', number: 'DFT_1' },
      { year: 2020, name: 'A', number: 'dft_1' },
      { year: 2020, name: 'A' },
      { year: 2020, name: 'a ' },
      { year: 2020, name: 'A', department: 'MOD' },
      { year: 2020, name: 'A', number: 'DFT_2' },
    ]);
    const { firsts, repeats } = atOnce(withoutRepeats(rows));
    expect(firsts.map((row) => row.source.line)).toEqual([2, 4, 6, 7]);
    expect(repeats.map(({ row, of }) => [row.source.line, of.source.line])).toEqual([
      [3, 2],
      [5, 4],
    ]);
  });

  it('give a new project the same id in every import into one portfolio, and another in another', () => {
    const [row, again, other] = rowsOf([
      { year: 2020, name: 'Crossrail 2', rating: 'Red' },
      { year: 2020, name: 'CROSSRAIL-2', rating: 'Green' },
      { year: 2020, name: 'Crossrail 2', number: 'DFT_1' },
    ]);
    expect(idOfNew('portfolio', row!)).toBe(idOfNew('portfolio', again!));
    expect(idOfNew('portfolio', row!)).not.toBe(idOfNew('portfolio', other!));
    expect(idOfNew('portfolio', row!)).not.toBe(idOfNew('elsewhere', row!));
  });
});
