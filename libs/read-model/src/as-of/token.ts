import { isInstant, sha256, type Cut } from '@docket/kernel';

const CHECK = 8;

const checkOf = (payload: string): string => sha256(payload).slice(0, CHECK);

/** The token an answer prints: its cut, in a form that `asOf` and `--as-of` accept. */
export const tokenOf = ({ number, recordedNumber, at, log, definition }: Cut): string => {
  const payload = JSON.stringify([number, recordedNumber, at, log, definition]);
  return `t${Buffer.from(`${checkOf(payload)}${payload}`).toString('base64url')}`;
};

const isNumber = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

const partsOf = (payload: string): readonly unknown[] | undefined => {
  try {
    const parts: unknown = JSON.parse(payload);
    return Array.isArray(parts) ? parts : undefined;
  } catch {
    return undefined;
  }
};

const cutIn = (payload: string): Cut | undefined => {
  const parts = partsOf(payload);
  if (!parts) return undefined;
  const [number, recordedNumber, at, log, definition] = parts;
  return isNumber(number) &&
    isNumber(recordedNumber) &&
    typeof at === 'string' &&
    isInstant(at) &&
    typeof log === 'string' &&
    typeof definition === 'string'
    ? { number, recordedNumber, at, log, definition }
    : undefined;
};

/** The cut a token was made of; `undefined` for a text that is none, or was cut short or mistyped. */
export const cutOfToken = (token: string): Cut | undefined => {
  if (!/^t[A-Za-z0-9_-]{20,600}$/.test(token)) return undefined;
  const text = Buffer.from(token.slice(1), 'base64url').toString('utf8');
  const payload = text.slice(CHECK);
  return checkOf(payload) === text.slice(0, CHECK) ? cutIn(payload) : undefined;
};
