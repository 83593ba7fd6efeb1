import { open, type StoredEvent } from '@docket/kernel';

/** Shorter texts are alike by chance: "For", "Too early". */
const TELLING = 20;

/** One text that goes: on which line of the list its event is named. */
type Going = Readonly<{ line: number; text: string }>;

type Said = Readonly<{ field: string; text: string }>;

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** What a text says: itself, or, where it is a list written down as JSON, each text in it. */
const toldBy = (text: string): readonly string[] => {
  if (!/^[[{]/.test(text)) return [text];
  try {
    return textsIn(JSON.parse(text));
  } catch {
    return [text];
  }
};

/** The telling words of an event, by field. */
const wordsOf = (event: StoredEvent): readonly Said[] => {
  const { data, worded, redacted } = open(event);
  return worded
    .filter((field) => !redacted.includes(field))
    .flatMap((field) => toldBy(String(data[field])).map((text) => ({ field, text: text.trim() })))
    .filter(({ text }) => text.length >= TELLING);
};

const areAlike = (one: string, other: string): boolean => one.includes(other) || other.includes(one);

/**
 * Finds texts that are to go in events that no line names: a decision carries the scope of the case it stands on along, and each of its
 * conditions begins with what the decision says of it.
 */
export class SaidElsewhere {
  private readonly going: Going[] = [];
  private readonly named = new Set<string>();

  /** The words of this event go, as a line of the list says. */
  goes(line: number, event: StoredEvent): void {
    this.named.add(event.id);
    for (const { text } of wordsOf(event)) this.going.push({ line, text });
  }

  /** Whether anything is to be looked for. */
  get isAny(): boolean {
    return this.going.length > 0;
  }

  /** Where this event says again what goes, line by line of the list. */
  in(event: StoredEvent, number: number): readonly Readonly<{ line: number; what: string }>[] {
    if (this.named.has(event.id)) return [];
    const words = wordsOf(event);
    const again = new Map<number, string>();
    for (const { line, text } of this.going) {
      const said = words.find((one) => areAlike(one.text, text));
      if (said) again.set(line, said.field);
    }
    return [...again].map(([line, field]) => {
      const what = `event ${number} (${event.type}, ${field}) says the same words: name it, too.`;
      return { line, what };
    });
  }
}
