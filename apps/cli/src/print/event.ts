import { item, part, sheet, type AsOf } from './sheet';

type Fields = Readonly<Record<string, unknown>>;

/** An event, as far as a terminal shows it. */
export type EventAnswer = Readonly<{
  asOf: AsOf;
  number: number;
  eventId: string;
  type: string;
  date: string | null;
  recordedAt: string;
  knownAt: string | null;
  stream: string;
  revision: number;
  position: string;
  actor: string;
  onBehalfOf: string | null;
  authentication: string;
  origin: string;
  commandId: string;
  correlationId: string;
  causationId: string | null;
  guards: readonly Readonly<{ stream: string; revision: number }>[];
  hash: string;
  previous: string | null;
  facts: Fields | null;
  words: Fields | null;
  withheld: string | null;
}>;

type Fact = readonly [string, string | null];

const facts = (all: readonly Fact[]): readonly string[] =>
  all.flatMap(([label, value]) => (value === null ? [] : item(`${label}: ${value}`)));

const fieldLines = (fields: Fields): readonly string[] =>
  Object.entries(fields).flatMap(([name, value]) =>
    item(`${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`),
  );

const said = ({ facts: stated, words, withheld }: EventAnswer): readonly string[] =>
  stated === null || words === null
    ? [...item(withheld ?? '', 0), '']
    : [...part('Facts', fieldLines(stated)), ...part('Words', fieldLines(words))];

const whoAndWhen = (event: EventAnswer, named: (text: string) => string): readonly string[] =>
  facts([
    ['on the timeline', event.date],
    ['recorded at', event.recordedAt],
    ['known at', event.knownAt],
    ['by', named(event.actor)],
    ['on behalf of', event.onBehalfOf && named(event.onBehalfOf)],
    ['authentication', `${event.authentication}, ${event.origin}`],
    ['command', event.commandId],
    ['conversation', event.correlationId],
    ['caused by event', event.causationId],
  ]);

const place = ({ stream, revision, position, eventId, hash, previous }: EventAnswer): readonly string[] =>
  facts([
    ['stream', stream],
    ['revision', String(revision)],
    ['position', position],
    ['id', eventId],
    ['hash of its facts', hash],
    ['hash of the event before it', previous ?? 'none, it is the first of its stream'],
  ]);

/** One event as it is stored, part by part; people by name where one is known. */
export const eventPage = (event: EventAnswer, named: (text: string) => string): string => {
  const lines = [
    ...part('Recorded', whoAndWhen(event, named)),
    ...said(event),
    ...part(
      'Decided on',
      event.guards.flatMap(({ stream, revision }) => item(`${stream} revision ${revision}`)),
    ),
    ...part('Its place in the chain', place(event)),
  ];
  return sheet(`Event ${event.number}, ${event.type}`, event.asOf, {
    timeZone: 'UTC',
    lines: lines.slice(0, -1),
  });
};
