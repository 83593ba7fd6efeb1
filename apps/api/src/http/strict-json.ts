import { Problem } from '../problems/problem';

/** Deepest nesting of a request body. */
export const MAX_DEPTH = 12;

const malformed = (detail: string): Problem => new Problem('body-malformed', detail);

const halfCharacter = (): Problem => malformed('The body holds half a character (a lone surrogate).');

/** An object or a list that is open: the keys an object has had, and whether what comes next is one. */
type Scan = { keys: Set<string> | undefined; expectsKey: boolean };

const NUMBER = /-?\d[\d.eE+-]*/y;

/** Where the string that begins at `start` ends, past its closing quote: a quote behind an even number of backslashes. */
const endOfString = (text: string, start: number): number => {
  for (let quote = text.indexOf('"', start + 1); ; quote = text.indexOf('"', quote + 1)) {
    let before = quote - 1;
    while (text[before] === '\\') before -= 1;
    if ((quote - 1 - before) % 2 === 0) return quote + 1;
  }
};

/** Notes a string that is a key, and refuses half characters that are spelt out. */
const checkString = (token: string, top: Scan | undefined): void => {
  const isSpelt = token.includes('\\');
  const text = isSpelt ? (JSON.parse(token) as string) : token.slice(1, -1);
  if (isSpelt && !text.isWellFormed()) throw halfCharacter();
  if (top?.keys && top.expectsKey) noteKey(top.keys, text);
};

/** Where the number that begins at `start` ends. */
const endOfNumber = (text: string, start: number): number => {
  NUMBER.lastIndex = start;
  const token = NUMBER.exec(text)?.[0] ?? '';
  checkNumber(token);
  return start + token.length;
};

const opened = (open: Scan[], isObject: boolean): void => {
  if (open.length === MAX_DEPTH) throw malformed(`The body is nested deeper than ${MAX_DEPTH} levels.`);
  open.push({ keys: isObject ? new Set() : undefined, expectsKey: isObject });
};

/**
 * Walks over JSON text that `JSON.parse` has accepted and refuses what it would hide: a key given twice, nesting beyond
 * `MAX_DEPTH`, keys that reach into prototypes, half characters that are spelt out, and numbers that became infinite. In time that
 * grows with the text alone, whatever its strings.
 */
const scan = (text: string): void => {
  const open: Scan[] = [];
  for (let at = 0; at < text.length;) {
    const mark = text.charAt(at);
    const top = open.at(-1);
    if (mark === '"') {
      const end = endOfString(text, at);
      checkString(text.slice(at, end), top);
      at = end;
      continue;
    }
    if ((mark >= '0' && mark <= '9') || mark === '-') {
      at = endOfNumber(text, at);
      continue;
    }
    if (mark === '{' || mark === '[') opened(open, mark === '{');
    else if (mark === '}' || mark === ']') open.pop();
    else if (top?.keys && (mark === ',' || mark === ':')) top.expectsKey = mark === ',';
    at += 1;
  }
};

const checkNumber = (token: string): void => {
  if (Math.abs(Number(token)) !== Infinity) return;
  const shown = token.length > 60 ? `${token.slice(0, 60)}…` : token;
  throw malformed(`The number ${shown} cannot be kept: it is too large.`);
};

const noteKey = (keys: Set<string>, key: string): void => {
  if (keys.has(key)) throw malformed(`The field "${key.slice(0, 60)}" is given twice.`);
  if (key === '__proto__' || key === 'constructor' || key === 'prototype')
    throw malformed(`A field cannot be called "${key}".`);
  keys.add(key);
};

/** A JSON body as an object. @throws Problem `body-malformed` for anything `JSON.parse` refuses or would hide */
export const parseStrictly = (text: string): unknown => {
  if (!text.isWellFormed()) throw halfCharacter();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw malformed('The body is not JSON.');
  }
  scan(text);
  return value;
};
