import { compatibleDepartments, spelledDepartment } from './department';

it('codes are written in capitals, words as they stand', () => {
  expect(['MoD', 'MOD ', 'DfT', 'DoH Non Capital', 'DEFRA & DFT', ''].map(spelledDepartment)).toEqual([
    'MOD',
    'MOD',
    'DFT',
    'DoH Non Capital',
    'DEFRA & DFT',
    '',
  ]);
});

it.each([
  ['MoD', 'MOD'],
  ['DoH Capital', 'DH'],
  ['DOH', 'DHSC'],
  ['DECC', 'BEIS'],
  ['BEIS', 'DESNZ'],
  ['FCO', 'FCDO'],
  ['DCLG', 'DLUHC'],
  ['DCMS', 'DSIT'],
])('work of %s can later stand under %s', (one, other) =>
  expect(compatibleDepartments(one, other)).toBe(true),
);

it.each([
  ['DWP', 'NCA'],
  ['MOD', 'MOJ'],
  ['DCMS', 'DECC'],
])('work of %s is not that of %s', (one, other) => expect(compatibleDepartments(one, other)).toBe(false));
