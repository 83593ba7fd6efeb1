import {
  differenceOf,
  fieldInWords,
  saidInWords,
  type BusinessCase,
  type FieldDifference,
} from '@docket/project';
import type { TraceEntry } from '../http/trace';

const CASE_EVENTS: ReadonlySet<string> = new Set([
  'ProjectProposed',
  'ProposalRevised',
  'BusinessCaseRevised',
]);

/** What says nothing of the case in the data of its events. */
const PLACE: ReadonlySet<string> = new Set(['projectId', 'portfolioId', 'proposer', 'proposedOn']);

const caseIn = ({ details }: TraceEntry): BusinessCase =>
  // an event of one of these kinds, as its codec decoded it
  Object.fromEntries(Object.entries(details).filter(([name]) => !PLACE.has(name))) as unknown as BusinessCase;

const told = (path: string, value: FieldDifference['before'], currency: string): string => {
  if (value === null) return 'nothing';
  const text = saidInWords(path, value, currency);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
};

/** The first differences of a revision, and how many there are beside. */
const SHOWN = 4;

const inWords = (differences: readonly FieldDifference[], currency: string): string => {
  const shown = differences.slice(0, SHOWN).map(({ path, before, after }) => {
    const [from, to] = [told(path, before, currency), told(path, after, currency)];
    return `${fieldInWords(path)}: ${from} → ${to}`;
  });
  const rest = differences.length - shown.length;
  return [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ');
};

/** What each revision of a business case among these events changed, in one short line, by the id of its event. */
export const revisionsInWords = (
  entries: readonly TraceEntry[],
  currency: string,
): ReadonlyMap<string, string> => {
  const cases = entries.filter(({ type }) => CASE_EVENTS.has(type));
  return new Map(
    cases.flatMap((entry, at): [string, string][] => {
      const before = cases[at - 1];
      return before ? [[entry.eventId, inWords(differenceOf(caseIn(before), caseIn(entry)), currency)]] : [];
    }),
  );
};
