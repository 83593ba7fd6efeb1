import { byCodeUnits, type Instant } from '@docket/kernel';
import { seatOf, votingSeats, type EstablishedBody } from '../body';
import type { ProjectFacts } from './motion.commands';
import type { Elector, RecusalGround, Struck } from './motion.events';

type Roles = Pick<ProjectFacts, 'parts'>;

/** Why a person may not decide on a project: the first of their roles in it. Who tabled a motion is not barred by that. */
export const groundFor = (personId: string, { parts }: Roles): RecusalGround | undefined =>
  parts.get(personId);

/** What a person is to a project, as a sentence goes on. */
export const inWords = (ground: RecusalGround): string =>
  ground === 'interest' ? 'has declared an interest in' : `is ${ground} of`;

/** What they were to it then. */
export const wereInWords = (ground: RecusalGround): string =>
  ground === 'interest' ? 'had declared an interest in' : `was ${ground} of`;

/** The voting seats in term, each entitled or recused with the ground; in order of person. */
export const electorateOf = (body: EstablishedBody, project: Roles, at: Instant): readonly Elector[] =>
  votingSeats(body.seats, at)
    .map(({ personId, role }): Elector => {
      const why = groundFor(personId, project);
      return why ? { personId, role, standing: 'recused', why } : { personId, role, standing: 'entitled' };
    })
    .sort((a, b) => byCodeUnits(a.personId, b.personId));

/** The entitled electors who may not decide any more: seat lost, term over, or a role in the project taken since. */
export const struckAt = (
  electorate: readonly Elector[],
  body: EstablishedBody,
  project: Roles,
  at: Instant,
): readonly Struck[] =>
  electorate.flatMap(({ personId, standing }) => {
    if (standing === 'recused') return [];
    const why = groundFor(personId, project) ?? (holdsVote(body, personId, at) ? undefined : 'seat-lost');
    return why ? [{ personId, why }] : [];
  });

const holdsVote = (body: EstablishedBody, personId: string, at: Instant): boolean =>
  votingSeats(body.seats, at).some((seat) => seat.personId === personId);

/** Whether the person may open, close and record: the chair or the secretary, in term. */
export const officeOf = (
  body: EstablishedBody,
  personId: string,
  at: Instant,
): 'chair' | 'secretary' | undefined => {
  const role = seatOf(body.seats, personId, at)?.role;
  return role === 'member' ? undefined : role;
};
