import { oneLine } from './prose';

/** A department as it is recorded: a code is written in capitals (`MoD` and `MOD` are one spelling), other words as they stand. */
export const spelledDepartment = (text: string): string => {
  const plain = oneLine(text);
  return /\s/.test(plain) ? plain : plain.toUpperCase();
};

/** One spelling for codes that lists used for the same department in the same years. */
const CODES: ReadonlyMap<string, string> = new Map([
  ['DOH', 'DH'],
  ['DOH CAPITAL', 'DH'],
  ['DOH NON CAPITAL', 'DH'],
]);

/** Departments whose work passed from one to another: renamed, merged or split between 2014 and 2023. */
const SUCCESSIONS: readonly ReadonlySet<string>[] = [
  new Set(['DH', 'DHSC']),
  new Set(['BIS', 'DECC', 'BEIS', 'DESNZ', 'DSIT', 'DBT']),
  new Set(['DCMS', 'DSIT']),
  new Set(['FCO', 'DFID', 'FCDO']),
  new Set(['DCLG', 'MHCLG', 'DLUHC']),
  new Set(['BIS', 'DFE']),
];

/** The department's code for comparison. */
export const departmentCode = (text: string | undefined): string => {
  const capital = oneLine(text ?? '').toUpperCase();
  return CODES.get(capital) ?? capital;
};

/** Whether work of one department can later stand under the other. */
export const compatibleDepartments = (a: string | undefined, b: string | undefined): boolean => {
  const [one, other] = [departmentCode(a), departmentCode(b)];
  return one === other || SUCCESSIONS.some((succession) => succession.has(one) && succession.has(other));
};
