import type { Numbered } from '@docket/kernel';
import type { NumberLine } from './build-tables';
import { escapeText, unescapeText } from './column-codec';

/** A numbered event as its line in the table of numbers. */
export const lineOf = (numbered: Numbered): NumberLine => ({
  number: numbered.number,
  position: numbered.position,
  event_id: escapeText(numbered.eventId),
  type: escapeText(numbered.type),
  stream: escapeText(numbered.stream),
  revision: numbered.revision,
  recorded_at: numbered.recordedAt,
  portfolio: numbered.portfolio === null ? null : escapeText(numbered.portfolio),
  timeline_at: numbered.timelineAt,
});

/** The numbered event of a line. */
export const numberedOf = (line: NumberLine): Numbered => ({
  number: line.number,
  position: line.position,
  eventId: unescapeText(line.event_id),
  type: unescapeText(line.type),
  stream: unescapeText(line.stream),
  revision: line.revision,
  recordedAt: line.recorded_at,
  portfolio: line.portfolio === null ? null : unescapeText(line.portfolio),
  timelineAt: line.timeline_at,
});
