import type { BusinessCase } from './business-case';
import { PARTS, type Part, type PartDeclined, type PartTakenUp } from './part.events';

/** Who has the parts in a project; nobody where it is undefined. */
export type Holders = Readonly<{ sponsor?: string | undefined; manager?: string | undefined }>;

/**
 * A part that somebody declined and has not taken up since. It is final once they have used what it freed them for: a body was
 * asked about the component meanwhile, or they judged its delivery.
 */
export type DeclinedPart = Readonly<{ part: Part; personId: string; isFinal?: boolean }>;

/** What was declined, as it stands once a body is asked, or once this person has judged. */
export const declinedForGood = (declined: readonly DeclinedPart[], by?: string): readonly DeclinedPart[] =>
  declined.map((one) => (by === undefined || one.personId === by ? { ...one, isFinal: true } : one));

type PartEvent = Readonly<{
  type: (PartDeclined | PartTakenUp)['type'];
  data: Pick<PartTakenUp['data'], 'part' | 'personId'>;
}>;

/** The holders once a part was declined, or taken up where it was vacant. */
export const holdersAfter = (
  { sponsor, manager }: Holders,
  { type, data: { part, personId } }: PartEvent,
): Holders => {
  const holder = (one: Part, before: string | undefined): string | undefined => {
    if (one !== part) return before;
    return type === 'PartDeclined' ? undefined : (before ?? personId);
  };
  return { sponsor: holder('sponsor', sponsor), manager: holder('manager', manager) };
};

/** What is declined, but for that part by that person. */
export const declinedBut = <D extends DeclinedPart>(
  declined: readonly D[],
  { part, personId }: DeclinedPart,
): readonly D[] => declined.filter((one) => one.part !== part || one.personId !== personId);

type Parts = Holders &
  Readonly<{ declined: readonly DeclinedPart[]; businessCase?: BusinessCase; openMotion?: string }>;

/** What changes of a project whose part was declined or taken up: who takes a vacant part up stands in the case again. */
export const partsAfter = (state: Parts, event: PartEvent) => {
  const { part, personId } = event.data;
  const holders = holdersAfter(state, event);
  const others = declinedBut(state.declined, event.data);
  const isFinal = state.openMotion !== undefined;
  const declined = event.type === 'PartDeclined' ? [...others, { part, personId, isFinal }] : others;
  const named = holders[part] === undefined ? {} : { [part]: holders[part] };
  const { businessCase } = state;
  return { ...holders, declined, ...(businessCase ? { businessCase: { ...businessCase, ...named } } : {}) };
};

/** Whether somebody declined a part of the project: nobody else names them in any. */
export const hasDeclined = (declined: readonly DeclinedPart[], personId: string): boolean =>
  declined.some((one) => one.personId === personId);

/** The parts that nobody has. */
export const vacantParts = (holders: Holders): readonly Part[] =>
  PARTS.filter((part) => holders[part] === undefined);
