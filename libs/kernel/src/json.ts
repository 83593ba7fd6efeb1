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

const withJsonForm = (value: unknown): unknown =>
  typeof (value as { toJSON?: unknown } | null | undefined)?.toJSON === 'function'
    ? (value as { toJSON: () => unknown }).toJSON()
    : value;

const canonicalObject = (fields: Fields): string => {
  const members = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${canonicalText(key)}:${canonicalJson(value)}`);
  return `{${members.join(',')}}`;
};

/**
 * JSON with object keys in code-unit order: equal content gives equal text, and other content another. An undefined field
 * is no field; elsewhere undefined is null.
 * @throws NotJson for what JSON has no form of (NaN, a Map, a function): two of those would look the same
 */
export const canonicalJson = (value: unknown): string => {
  const plain = withJsonForm(value);
  if (plain === undefined || plain === null) return 'null';
  if (typeof plain === 'string') return canonicalText(plain);
  if (typeof plain === 'boolean' || (typeof plain === 'number' && Number.isFinite(plain)))
    return String(plain);
  if (Array.isArray(plain)) return `[${Array.from(plain, canonicalJson).join(',')}]`;
  if (isObject(plain)) return canonicalObject(plain);
  throw new NotJson(`JSON has no form of ${shown(plain)}.`);
};

/**
 * What JSON or UTF-8 would not give back of a value, and where it stands: `undefined` when all of it comes back. A field
 * that is undefined is taken for one that is not there, and -0 for 0.
 */
export const jsonFault = (value: unknown, path = 'value'): string | undefined => {
  if (value === null || typeof value === 'boolean') return undefined;
  if (typeof value === 'string') return value.isWellFormed() ? undefined : `${path} holds half a character`;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : `${path} is ${value}`;
  if (Array.isArray(value)) return firstOf(Array.from(value, (one, index) => [`${path}[${index}]`, one]));
  if (!isObject(value) || typeof value.toJSON === 'function') return `${path} is ${shown(value)}`;
  const broken = Object.keys(value).find((key) => !key.isWellFormed());
  if (broken !== undefined) return `a field name of ${path} holds half a character`;
  const there = Object.entries(value).filter(([, one]) => one !== undefined);
  return firstOf(there.map(([key, one]) => [`${path}.${key}`, one]));
};

const firstOf = (parts: readonly (readonly [string, unknown])[]): string | undefined => {
  for (const [path, one] of parts) {
    const fault = jsonFault(one, path);
    if (fault !== undefined) return fault;
  }
  return undefined;
};
