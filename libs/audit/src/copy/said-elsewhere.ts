import { open, type StoredEvent } from '@docket/kernel';

/** Shorter texts are alike by chance: "For", "Too early". */
const TELLING = 20;

/** One text that goes: on which line of the list its event is named. */
type Going = Readonly<{ line: number; text: string }>;

/** The words of an event, by field. */
const wordsOf = (event: StoredEvent): readonly (readonly [string, string])[] => {
  const { data, worded, redacted } = open(event);
  return worded
    .filter((field) => !redacted.includes(field))
    .map((field) => [field, String(data[field])] as const);
};

/** Finds texts that are to go in events that no line names: a decision carries the scope of the case it stands on along. */
export class SaidElsewhere {
  private readonly going: Going[] = [];
  private readonly named = new Set<string>();

  /** The words of this event go, as a line of the list says. */
  goes(line: number, event: StoredEvent): void {
    this.named.add(event.id);
    for (const [, said] of wordsOf(event)) {
      const text = said.trim();
      if (text.length >= TELLING) this.going.push({ line, text });
    }
  }

  /** Whether anything is to be looked for. */
  get isAny(): boolean {
    return this.going.length > 0;
  }

  /** Where this event says again what goes, line by line of the list. */
  in(event: StoredEvent, number: number): readonly Readonly<{ line: number; what: string }>[] {
    if (this.named.has(event.id)) return [];
    const words = wordsOf(event);
    return this.going.flatMap(({ line, text }) => {
      const [field] = words.find(([, said]) => said.includes(text)) ?? [];
      if (field === undefined) return [];
      const what = `event ${number} (${event.type}, ${field}) says the same words: name it, too.`;
      return [{ line, what }];
    });
  }
}
