import { hidesSomething, refuse, type Redaction, type Refused } from '@docket/kernel';

/** One line of a list: the event as it is named there, and by whose order its words go and why. */
export type NamedEvent = Redaction & Readonly<{ line: number; event: string }>;

/** A longer reason would stand in every copy of the notice. */
const MOST_WHY = 500;
const BY = /^[A-Za-z0-9][A-Za-z0-9.:_-]{0,99}$/;
const EVENT =
  /^(?:[1-9]\d{0,14}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[a-z][a-z0-9-]{1,120}@(?:0|[1-9]\d{0,14}))$/;

const faultIn = ({ event, by, why }: NamedEvent): string | undefined => {
  if (!EVENT.test(event)) return `"${event}" names no event: give its number, its id, or STREAM@REVISION.`;
  if (!BY.test(by))
    return `"${by}" is no id of who ordered it: give letters, digits, dots and dashes, no name or address.`;
  if (why === '') return 'it gives no reason: EVENT BY WHY, parted by blanks.';
  if (hidesSomething(why.replaceAll('\t', ' ')))
    return 'its reason holds what is not seen (a control character, or one that turns the direction): it would stand in every copy.';
  if (why.length > MOST_WHY) return `its reason has ${why.length} characters; at most ${MOST_WHY} fit.`;
  return undefined;
};

const parted = (text: string, line: number): NamedEvent => {
  const [, event = '', by = '', why = ''] = /^(\S*)\s*(\S*)\s*(.*)$/s.exec(text.trim()) ?? [];
  return { line, event, by, why };
};

const namedTwice = (all: readonly NamedEvent[]): readonly string[] => {
  const first = new Map<string, number>();
  return all.flatMap(({ event, line }) => {
    const before = first.get(event);
    if (before === undefined) first.set(event, line);
    return before === undefined ? [] : [`line ${line}: it names ${event} again, as line ${before} does.`];
  });
};

/** All mistakes of a list at once, one to a line. */
export const redactionMistakes = (mistakes: readonly string[]): string =>
  `Nothing was copied: the list of redactions is wrong.\n  ${mistakes.join('\n  ')}`;

/**
 * Reads a list of events to redact: one to a line, `EVENT BY WHY`, where EVENT is its number, its id or `STREAM@REVISION`, BY the
 * id of who ordered it and WHY the rest of the line. Blank lines and those that begin with `#` say nothing.
 */
export const readRedactionList = (text: string): readonly NamedEvent[] | Refused<'redactions-refused'> => {
  const named = text.split(/\r?\n/).flatMap((line, index) => {
    const isSaid = line.trim() !== '' && !line.trimStart().startsWith('#');
    return isSaid ? [parted(line, index + 1)] : [];
  });
  const faults = named.flatMap((one) => {
    const fault = faultIn(one);
    return fault === undefined ? [] : [`line ${one.line}: ${fault}`];
  });
  const mistakes = [...faults, ...namedTwice(named), ...(named.length === 0 ? ['it names no event.'] : [])];
  return mistakes.length > 0 ? refuse('redactions-refused', redactionMistakes(mistakes)) : named;
};
