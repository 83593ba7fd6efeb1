import { Problem } from '../problems/problem';

/** Deepest nesting of a request body. */
export const MAX_DEPTH = 12;

const malformed = (detail: string): Problem => new Problem('body-malformed', detail);

const halfCharacter = (): Problem => malformed('The body holds half a character (a lone surrogate).');

type Scan = { keys: Set<string> | undefined; expectsKey: boolean };

const MARK = /["{}[\],:]|-?\d[\d.eE+-]*/g;

/** Where the string that begins at `start` ends, past its closing quote: a quote behind an even number of backslashes. */
const endOfString = (text: string, start: number): number => {
  for (let quote = text.indexOf('"', start + 1); ; quote = text.indexOf('"', quote + 1)) {
    let before = quote - 1;
    while (text[before] === '\\') before -= 1;
    if ((quote - 1 - before) % 2 === 0) return quote + 1;
  }
};

/** Marks, numbers and strings of JSON text that parses, one by one; in time that grows with the text alone, whatever its strings. */
function* tokensOf(text: string): Generator<string> {
  const mark = new RegExp(MARK);
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    const end = found[0] === '"' ? endOfString(text, found.index) : found.index + found[0].length;
    yield text.slice(found.index, end);
    mark.lastIndex = end;
  }
}

/**
 * Walks over JSON text that `JSON.parse` has accepted and refuses what it would hide: a key given twice, nesting beyond
 * `MAX_DEPTH`, keys that reach into prototypes, half characters that are spelt out, and numbers that became infinite.
 */
const scan = (text: string): void => {
  const open: Scan[] = [];
  for (const token of tokensOf(text)) {
    if (token.includes('\\u') && !(JSON.parse(token) as string).isWellFormed()) throw halfCharacter();
    const top = open.at(-1);
    if (token === '{' || token === '[') {
      if (open.length === MAX_DEPTH) throw malformed(`The body is nested deeper than ${MAX_DEPTH} levels.`);
      open.push({ keys: token === '{' ? new Set() : undefined, expectsKey: token === '{' });
    } else if (token === '}' || token === ']') open.pop();
    else if (token === ',' && top?.keys) top.expectsKey = true;
    else if (token === ':' && top) top.expectsKey = false;
    else if (token.startsWith('"')) {
      if (top?.keys && top.expectsKey) noteKey(top.keys, JSON.parse(token) as string);
    } else checkNumber(token);
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
