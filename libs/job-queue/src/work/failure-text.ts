/** The longest text kept of a failure, in characters. */
const LONGEST = 1_000;

const textOf = (thrown: unknown): string => {
  if (thrown instanceof Error) return `${thrown.name}: ${thrown.message}`;
  if (typeof thrown === 'string') return thrown;
  return JSON.stringify(thrown) ?? String(thrown);
};

/** What an attempt failed with, in one text, whatever was thrown: no error at all, something that cannot even be shown. */
export const failureText = (thrown: unknown): string => {
  try {
    const text = textOf(thrown).toWellFormed();
    return text.length > LONGEST ? `${text.slice(0, LONGEST - 1).toWellFormed()}…` : text;
  } catch {
    return `something of type ${typeof thrown} that cannot be shown`;
  }
};
