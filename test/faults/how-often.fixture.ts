/** How often a fault is brought about: in CI, and in the long form. */
type Counts = Readonly<{ short: number; long: number }>;

/**
 * `FAULT_CYCLES` (kills) and `FAULT_IMAGES` (crash images) say it outright; else `FAULT_LONG=1` asks for the long form.
 * @throws RangeError for what is no whole number above 0
 */
export const howOften = (variable: 'FAULT_CYCLES' | 'FAULT_IMAGES', { short, long }: Counts): number => {
  const given = process.env[variable];
  if (!given) return process.env.FAULT_LONG === '1' ? long : short;
  const count = Number(given);
  if (!Number.isSafeInteger(count) || count < 1)
    throw new RangeError(`${variable} is ${JSON.stringify(given)}: a whole number from 1 is needed.`);
  return count;
};
