import { jsonFault, NotJson } from './json';

const isPlainObject = (value: object): value is Readonly<Record<string, unknown>> => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

/** Every list begins with what it is, so that no data can look like a Map. */
const tagged = (value: unknown): unknown => {
  if (value === undefined) return ['undefined'];
  if (Array.isArray(value)) return ['list', ...Array.from(value, tagged)];
  if (value instanceof Map) return ['map', ...Array.from(value, ([k, v]) => [tagged(k), tagged(v)])];
  if (value instanceof Set) return ['set', ...Array.from(value, tagged)];
  if (typeof value === 'object' && value !== null) {
    if (!isPlainObject(value)) throw new NotJson('The state holds an object of a class.');
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, tagged(one)]));
  }
  const fault = Object.is(value, -0) ? 'it is -0' : typeof value === 'string' ? undefined : jsonFault(value);
  if (fault !== undefined) throw new NotJson(`The state cannot be written down: ${fault}.`);
  return value;
};

const pairs = (items: readonly unknown[]): [unknown, unknown][] =>
  items.map((item) => {
    if (!Array.isArray(item) || item.length !== 2) throw new NotJson('A Map has an entry that is none.');
    return [untagged(item[0]), untagged(item[1])];
  });

const untaggedList = ([kind, ...items]: readonly unknown[]): unknown => {
  switch (kind) {
    case 'undefined':
      return undefined;
    case 'list':
      return items.map(untagged);
    case 'set':
      return new Set(items.map(untagged));
    case 'map':
      return new Map(pairs(items));
    default:
      throw new NotJson('A list does not say what it is.');
  }
};

const untagged = (value: unknown): unknown => {
  if (Array.isArray(value)) return untaggedList(value);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, untagged(one)]));
};

/** The state of a decider as text, from which exactly it comes back: Maps, Sets and undefined fields included. @throws NotJson for anything else */
export const stateText = (state: unknown): string => JSON.stringify(tagged(state));

/** The state in a text of `stateText`. @throws NotJson | SyntaxError */
export const stateIn = (text: string): unknown => untagged(JSON.parse(text));
