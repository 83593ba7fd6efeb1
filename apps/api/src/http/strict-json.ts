import { Problem } from '../problems/problem';

/** Deepest nesting of a request body. */
export const MAX_DEPTH = 12;

const malformed = (detail: string): Problem => new Problem('body-malformed', detail);

const halfCharacter = (): Problem => malformed('The body holds half a character (a lone surrogate).');

type Scan = { keys: Set<string> | undefined; expectsKey: boolean };

/**
 * Walks over JSON text that `JSON.parse` has accepted and refuses what it would hide: a key given twice, nesting beyond
 * `MAX_DEPTH`, keys that reach into prototypes, and half characters that are spelt out.
 */
const scan = (text: string): void => {
  const open: Scan[] = [];
  const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;
  for (const [token] of text.matchAll(tokens)) {
    if (token.includes('\\u') && !(JSON.parse(token) as string).isWellFormed()) throw halfCharacter();
    const top = open.at(-1);
    if (token === '{' || token === '[') {
      if (open.length === MAX_DEPTH) throw malformed(`The body is nested deeper than ${MAX_DEPTH} levels.`);
      open.push({ keys: token === '{' ? new Set() : undefined, expectsKey: token === '{' });
    } else if (token === '}' || token === ']') open.pop();
    else if (token === ',' && top?.keys) top.expectsKey = true;
    else if (token === ':' && top) top.expectsKey = false;
    else if (top?.keys && top.expectsKey && token.startsWith('"'))
      noteKey(top.keys, JSON.parse(token) as string);
  }
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
