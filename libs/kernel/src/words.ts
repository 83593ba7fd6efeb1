import { sha256 } from './digest';

/** A free text as it lies in the second line of an event, with 128 random bits that keep its digest from being guessed. */
export type Word = Readonly<{ salt: string; text: string }>;

/** What stands in the facts instead of a text. */
type WordDigest = Readonly<{ words: string }>;

type Fields = Readonly<Record<string, unknown>>;

const digestOf = ({ salt, text }: Word): string => sha256(`${salt}\n${text}`);

/** What is in an object whose one field is `words`; `undefined` for anything else. */
const onlyWords = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { words, ...others } = value as Readonly<{ words?: unknown }>;
  return Object.values(others).every((other) => other === undefined) ? words : undefined;
};

/**
 * Somebody's own data may be an object with the one field `words`, which is how a digest looks: its content is then put
 * into a list of one, and a digest never is a list.
 */
const escaped = (value: unknown): unknown => {
  const inside = onlyWords(value);
  return inside === undefined ? value : { words: [inside] };
};

/** Parts the free texts from the other fields, leaving a digest of each. */
export const partWords = (
  data: Fields,
  wordFields: readonly string[],
  salt: () => string,
): Readonly<{ facts: Fields; words: Readonly<Record<string, Word>> }> => {
  const words: [string, Word][] = [];
  const facts = Object.entries(data).map(([field, value]): [string, unknown] => {
    if (typeof value !== 'string' || !wordFields.includes(field)) return [field, escaped(value)];
    const word = { salt: salt(), text: value };
    words.push([field, word]);
    return [field, { words: digestOf(word) } satisfies WordDigest];
  });
  return { facts: Object.fromEntries(facts), words: Object.fromEntries(words) };
};

/** Where the salt ends and the text begins must not be movable, nor a text be anything but one text. */
const isWord = (value: unknown): value is Word => {
  const { salt, text } = (value ?? {}) as Partial<Record<keyof Word, unknown>>;
  return typeof salt === 'string' && !salt.includes('\n') && typeof text === 'string' && text.isWellFormed();
};

/** A field of the facts as it was before its words were parted from it. */
type Joined =
  | Readonly<{ kind: 'fact'; value: unknown }>
  | Readonly<{ kind: 'text'; value: string }>
  | Readonly<{ kind: 'redacted' }>
  | Readonly<{ kind: 'broken' }>;

/** Puts a field together again. */
export const joinWords = (value: unknown, field: string, words: Fields): Joined => {
  const inside = onlyWords(value);
  if (inside === undefined) return { kind: 'fact', value };
  if (Array.isArray(inside) && inside.length === 1)
    return { kind: 'fact', value: { words: inside[0] as unknown } };
  if (typeof inside !== 'string') return { kind: 'broken' };
  if (!Object.hasOwn(words, field)) return { kind: 'redacted' };
  const word = words[field];
  return isWord(word) && digestOf(word) === inside ? { kind: 'text', value: word.text } : { kind: 'broken' };
};
