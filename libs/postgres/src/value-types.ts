import { types } from 'pg';

const BIGINT = 20;
/** numeric, date, timestamp, timestamptz, json, jsonb. */
const AS_TEXT: ReadonlySet<number> = new Set([1700, 1082, 1114, 1184, 114, 3802]);

const safeInteger = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError(`The bigint ${text} is beyond what a number keeps exactly.`);
  return value;
};

/** `bigint` comes back as a number or not at all; `numeric`, dates and JSON as the text the server sent: nothing is rounded. */
export const valueTypes = {
  getTypeParser: (oid: number, format: 'text' | 'binary' = 'text'): ((text: string) => unknown) => {
    if (oid === BIGINT) return safeInteger;
    if (AS_TEXT.has(oid)) return (text) => text;
    return types.getTypeParser(oid, format);
  },
};
