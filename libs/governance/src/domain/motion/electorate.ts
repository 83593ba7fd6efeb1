import { byCodeUnits, type DecisionContext, type Instant } from '@docket/kernel';
import {
  alternateSeats,
  isInTerm,
  seatOf,
  votingSeats,
  type BodyState,
  type EstablishedBody,
  type Seat,
  type SeatRole,
} from '../body';
import type { MatterFacts } from './motion.commands';
import type { Elector, Lead, RecusalGround, Struck } from './motion.events';

type Roles = Pick<MatterFacts, 'parts'>;
type Seated = Pick<EstablishedBody, 'seats'>;

/** Why a person may not decide on a project: the first of their roles in it. Who tabled a motion is not barred by that. */
export const groundFor = (personId: string, { parts }: Roles): RecusalGround | undefined =>
  parts.get(personId);

/** What a person is to a project, as a sentence goes on. */
export const inWords = (ground: RecusalGround): string => {
  if (ground === 'owner') return 'answers for the condition to be waived on';
  return ground === 'interest' ? 'has declared an interest in' : `is ${ground} of`;
};

/** What they were to it then. */
export const wereInWords = (ground: RecusalGround): string => {
  if (ground === 'owner') return 'answered for the condition to be waived on';
  return ground === 'interest' ? 'had declared an interest in' : `was ${ground} of`;
};

const electorOf = ({ personId, role, alternateFor }: Seat, project: Roles): Elector => {
  const why = groundFor(personId, project);
  const sitsFor = alternateFor === undefined ? {} : { for: alternateFor };
  if (why) return { personId, role, standing: 'recused', why, ...sitsFor };
  return alternateFor === undefined
    ? { personId, role, standing: 'entitled' }
    : { personId, role: 'alternate', standing: 'alternate', for: alternateFor };
};

/** The voting seats in term, each entitled or recused with the ground, and their alternates; in order of person. */
export const electorateOf = (body: EstablishedBody, project: Roles, at: Instant): readonly Elector[] =>
  [...votingSeats(body.seats, at), ...alternateSeats(body.seats, at)]
    .map((seat) => electorOf(seat, project))
    .sort((a, b) => byCodeUnits(a.personId, b.personId));

/** The electors with a vote, or an alternate's, who may not decide any more: seat lost, term over, or a role in the project taken since. */
export const struckAt = (
  electorate: readonly Elector[],
  body: Seated,
  project: Roles,
  at: Instant,
): readonly Struck[] =>
  electorate.flatMap((elector): readonly Struck[] => {
    const { personId, standing } = elector;
    if (standing === 'recused') return [];
    const why = groundFor(personId, project) ?? lossOf(elector, body, project, at);
    return why ? [{ personId, why }] : [];
  });

/** Why a person who is nothing to the project has no vote on it any more. */
const lossOf = (elector: Elector, body: Seated, project: Roles, at: Instant) => {
  const { personId, standing } = elector;
  if (standing !== 'alternate') return holds(votingSeats(body.seats, at), personId) ? undefined : 'seat-lost';
  const seats = alternateSeats(body.seats, at).filter(({ alternateFor }) => alternateFor === elector.for);
  if (!holds(seats, personId)) return 'seat-lost';
  return groundFor(elector.for, project) ? 'principal-recused' : undefined;
};

const holds = (seats: readonly Seat[], personId: string): boolean =>
  seats.some((seat) => seat.personId === personId);

/**
 * Whose vote counts for the seat of an elector: their own, else that of their alternate where it is not void; `undefined` where neither
 * has voted.
 */
export const voterFor = (
  personId: string,
  {
    electorate,
    struck,
    voted,
  }: Readonly<{
    electorate: readonly Elector[];
    struck: ReadonlySet<string>;
    voted: (personId: string) => boolean;
  }>,
): string | undefined => {
  const alternate = electorate.find((one) => one.standing === 'alternate' && one.for === personId);
  const may = [personId, ...(alternate ? [alternate.personId] : [])];
  return may.find((one) => voted(one) && !struck.has(one));
};

/** The office of a person in a body, in term. That of a deputy gives them nothing while another leads: ask `conducts`. */
export const officeOf = (
  body: EstablishedBody,
  personId: string,
  at: Instant,
): 'chair' | 'deputy' | 'secretary' | undefined => {
  const role = seatOf(body.seats, personId, at)?.role;
  return role === 'member' || role === 'alternate' ? undefined : role;
};

/** The alternate of a person whose vote stands until that person votes. */
export const displacedBy = (
  actor: string,
  {
    ballot,
    votes,
  }: Readonly<{
    ballot: Readonly<{ electorate: readonly Elector[] }>;
    votes: ReadonlyMap<string, unknown>;
  }>,
): readonly string[] =>
  ballot.electorate.flatMap((one) =>
    one.standing === 'alternate' && one.for === actor && votes.has(one.personId) ? [one.personId] : [],
  );

/**
 * Who leads a body on a project at an instant: its chair in term, or the deputy where there is none or the chair may not decide on it. `recused`
 * are those who may not whatever they are to it by now: a ballot passes whom it printed so.
 */
export const leadOf = (
  body: Seated,
  project: Roles,
  at: Instant,
  recused: ReadonlySet<string> = new Set(),
): Lead => {
  const holder = (role: SeatRole) => body.seats.find((seat) => seat.role === role && isInTerm(seat, at));
  const mayLead = ({ personId }: Readonly<{ personId: string }>) =>
    groundFor(personId, project) === undefined && !recused.has(personId);
  const [chair, deputy] = [holder('chair'), holder('deputy')];
  if (chair && mayLead(chair)) return { personId: chair.personId, why: 'chair' };
  const personId = deputy && mayLead(deputy) ? deputy.personId : null;
  return { personId, why: chair ? 'chair-recused' : 'no-chair' };
};

/** What the office of a person is judged by; `recused`: whom an open ballot printed so. */
export type Office = Readonly<{
  body: BodyState;
  /** Absent where there is none: it bars nobody then. */
  project: Roles | undefined;
  context: Pick<DecisionContext, 'actor' | 'at'>;
  recused?: ReadonlySet<string>;
}>;

const NO_ROLES: Roles = { parts: new Map() };

/** Whether a person conducts the ballots of a body on a project: its chair and secretary, in term; the deputy only while they lead. */
export const conducts = ({ body, project = NO_ROLES, context: { actor, at }, recused }: Office): boolean => {
  if (body.status === 'absent') return false;
  const office = officeOf(body, actor, at);
  return office === 'deputy' ? leadOf(body, project, at, recused).personId === actor : office !== undefined;
};

/** Whom a ballot printed as recused, which giving up the part since does not change. */
export const recusedIn = (electorate: readonly Elector[]): ReadonlySet<string> =>
  new Set(electorate.flatMap(({ personId, standing }) => (standing === 'recused' ? [personId] : [])));
