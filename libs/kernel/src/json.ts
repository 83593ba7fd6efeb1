/** A value that JSON can carry without loss. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** A value that JSON would drop or turn into another one: a bug of whoever made it, or data nobody checked. */
export class NotJson extends TypeError {
  override readonly name = 'NotJson';
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  Object.prototype.toString.call(value) === '[object Object]';

const shown = (value: unknown): string => {
  if (typeof value === 'number') return String(value);
  return typeof value === 'object' ? Object.prototype.toString.call(value) : `of type ${typeof value}`;
};

const canonicalText = (text: string): string => JSON.stringify(text);

const canonicalList = (items: readonly unknown[]): string => {
  let text = '';
  for (let index = 0; index < items.length; index++)
    text += `${index === 0 ? '' : ','}${canonicalJson(items[index])}`;
  return `[${text}]`;
};

const canonicalObject = (fields: Fields): string => {
  let text = '';
  for (const key of Object.keys(fields).sort()) {
    const value = fields[key];
    if (value !== undefined) text += `${text === '' ? '' : ','}${canonicalText(key)}:${canonicalJson(value)}`;
  }
  return `{${text}}`;
};

const canonicalThing = (value: object): string => {
  if (Array.isArray(value)) return canonicalList(value);
  if ('toJSON' in value && typeof value.toJSON === 'function') return canonicalJson(value.toJSON());
  if (isObject(value)) return canonicalObject(value);
  throw new NotJson(`JSON has no form of ${shown(value)}.`);
};

/**
 * JSON with object keys in code-unit order: equal content gives equal text, and other content another. An undefined field
 * is no field; elsewhere undefined is null.
 * @throws NotJson for what JSON has no form of (NaN, a Map, a function): two of those would look the same
 */
export const canonicalJson = (value: unknown): string => {
  if (typeof value === 'string') return canonicalText(value);
  if (value === undefined || value === null) return 'null';
  if (typeof value === 'object') return canonicalThing(value);
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)))
    return String(value);
  throw new NotJson(`JSON has no form of ${shown(value)}.`);
};

/** What is wrong, and below which steps: the path is only written down where there is something to say. */
type Fault = Readonly<{ path: string; what: string }>;

const here = (what: string): Fault => ({ path: '', what });
const HALF = 'holds half a character';

const faultIn = (value: unknown): Fault | undefined => {
  if (value === null || typeof value === 'boolean') return undefined;
  if (typeof value === 'string') return value.isWellFormed() ? undefined : here(HALF);
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : here(`is ${value}`);
  if (Array.isArray(value)) return faultInList(value);
  return isObject(value) && typeof value.toJSON !== 'function'
    ? faultInFields(value)
    : here(`is ${shown(value)}`);
};

const faultInList = (items: readonly unknown[]): Fault | undefined => {
  for (const [index, item] of items.entries()) {
    const fault = faultIn(item);
    if (fault) return { ...fault, path: `[${index}]${fault.path}` };
  }
  return undefined;
};

const faultInFields = (fields: Fields): Fault | undefined => {
  for (const [key, value] of Object.entries(fields)) {
    if (!key.isWellFormed()) return here('has a field whose name holds half a character');
    const fault = value === undefined ? undefined : faultIn(value);
    if (fault) return { ...fault, path: `.${key}${fault.path}` };
  }
  return undefined;
};

/**
 * What JSON or UTF-8 would not give back of a value, and where it stands: `undefined` when all of it comes back. A field
 * that is undefined is taken for one that is not there, and -0 for 0.
 */
export const jsonFault = (value: unknown, name = 'value'): string | undefined => {
  const fault = faultIn(value);
  return fault && `${name}${fault.path} ${fault.what}`;
};
