import { sha256 } from './digest';

/** A free text as it lies in the second line of an event, with 128 random bits that keep its digest from being guessed. */
export type Word = Readonly<{ salt: string; text: string }>;

/** What stands in the facts instead of a text. */
type WordDigest = Readonly<{ words: string }>;

/** By whose order a text was redacted, as an id, and why: it stands where the text stood. */
export type Redaction = Readonly<{ by: string; why: string }>;

type Fields = Readonly<Record<string, unknown>>;

const digestOf = ({ salt, text }: Word): string => sha256(`${salt}\n${text}`);

/** What is in an object whose one field is `words`; `undefined` for anything else. */
const onlyWords = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || !('words' in value)) return undefined;
  const isAlone = Object.entries(value).every(([field, one]) => field === 'words' || one === undefined);
  return isAlone ? value.words : undefined;
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

const REDACTION_FIELDS = 'by,why';

/** The notice that a redaction leaves in the place of a text; `undefined` for anything else. */
const noticeIn = (value: unknown): Redaction | undefined => {
  const { redacted } = (value ?? {}) as Partial<Record<'redacted', unknown>>;
  if (typeof redacted !== 'object' || redacted === null) return undefined;
  const { by, why } = redacted as Partial<Record<keyof Redaction, unknown>>;
  const isNotice = Object.keys(redacted).sort().join(',') === REDACTION_FIELDS;
  return isNotice && typeof by === 'string' && typeof why === 'string' ? { by, why } : undefined;
};

/** The second line of a redacted event: for each field whose words are gone, by whom and why. */
export const noticeLine = (fields: readonly string[], redaction: Redaction): string =>
  JSON.stringify(Object.fromEntries(fields.map((field) => [field, { redacted: redaction }])));

const REDACTED = 'words redacted';

/** What is read where words were redacted: a text like any other, by whom and why as far as it was recorded. */
export const redactedText = (redaction?: Redaction): string =>
  redaction ? `[${REDACTED} by ${redaction.by}: ${redaction.why}]` : `[${REDACTED}]`;

/** Whether a text begins as those do that stand for redacted words: for fields that hold more than one text. */
export const isRedactedText = (text: string): boolean => text.startsWith(`[${REDACTED}`);

/** What takes the place of a field of the facts when its words are joined to it again. */
type Joined = Readonly<
  | { kind: 'value'; value: unknown }
  | { kind: 'words'; value: string }
  | { kind: 'redacted'; redaction?: Redaction }
  | { kind: 'broken' }
>;

/** The field as it was before words were parted from the data; `undefined` where it is as it was. */
export const joinWords = (value: unknown, field: string, words: Fields): Joined | undefined => {
  const inside = onlyWords(value);
  if (inside === undefined) return undefined;
  if (Array.isArray(inside) && inside.length === 1)
    return { kind: 'value', value: { words: inside[0] as unknown } };
  if (typeof inside !== 'string') return { kind: 'broken' };
  if (!Object.hasOwn(words, field)) return { kind: 'redacted' };
  const word = words[field];
  const redaction = noticeIn(word);
  if (redaction) return { kind: 'redacted', redaction };
  return isWord(word) && digestOf(word) === inside ? { kind: 'words', value: word.text } : { kind: 'broken' };
};
