import type { PlaceCopied } from '@docket/host';
import { pageWidth, paragraph } from './columns';

const lengthOf = ({ events, streams, copied }: PlaceCopied): string =>
  copied === events
    ? `Copied ${events} events in ${streams} streams.`
    : `Copied ${copied} events behind the ${events - copied} that were there: ${events} in ${streams} streams.`;

const recordsOf = ({ records }: PlaceCopied): string => {
  if (!records) return 'Records were left behind.';
  const kept = `${records.copied} ${records.copied === 1 ? 'record was' : 'records were'} taken along.`;
  return records.leftBehind.length === 0
    ? kept
    : `${kept} Left behind, as each place makes its own: ${records.leftBehind.join(', ')}.`;
};

const redactedLine = ({ number, eventId, state, by, why }: PlaceCopied['redacted'][number]): string =>
  state === 'already'
    ? `event ${number} (${eventId}): its words were redacted before`
    : `event ${number} (${eventId}): redacted by ${by}: ${why}`;

const moreOf = ({ more, redacted }: PlaceCopied): readonly string[] => {
  if (!more) return [];
  return redacted.length > 0
    ? [
        'The source has events behind that by now. A redacted copy takes no more: copy all of it anew, with nobody writing.',
      ]
    : ['The source has events behind that by now: the same command again takes them, too.'];
};

/** What a copy comes to: how much, up to where, without what, and that it was verified. */
export const copySummary = (copied: PlaceCopied, width = pageWidth()): string => {
  const told = (line: string) => paragraph(line, { first: '', width });
  return [
    ...told(lengthOf(copied)),
    ...told(`The last is event ${copied.events}, ${copied.last.eventId}.`),
    ...copied.redacted.flatMap((one) => paragraph(redactedLine(one), { first: '  ', width })),
    ...told(recordsOf(copied)),
    ...told(
      `The copy is log ${copied.to}, a log of its own; tokens of ${copied.from} are not answered there, numbers and dates are.`,
    ),
    ...moreOf(copied).flatMap(told),
    ...told(`Verified: every fact is that of the source, in its order. ${copied.proves}`),
    '',
  ].join('\n');
};
