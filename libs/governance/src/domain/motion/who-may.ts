import type { Instant } from '@docket/kernel';
import { isInTerm, type EstablishedBody } from '../body';
import { groundFor, leadOf } from './electorate';
import type { MatterFacts } from './motion.commands';

/** Who of a body may act for it on a project now: who leads, and its secretaries whom nothing bars; in the order of its seats. */
export const whoMay = (body: EstablishedBody, project: MatterFacts, at: Instant): readonly string[] => {
  const lead = leadOf(body, project, at).personId;
  return body.seats.flatMap((seat) => {
    const keeps = seat.role === 'secretary' && isInTerm(seat, at) && !groundFor(seat.personId, project);
    return keeps || seat.personId === lead ? [seat.personId] : [];
  });
};

/** Who may instead of somebody who is barred; where nobody of the body may, what helps. */
export const insteadOf = (who: readonly string[], otherwise: string): string =>
  who.length > 0 ? `${who.join(' or ')} may.` : otherwise;
