import {
  accept,
  firstRefusal,
  refuse,
  type DecisionContext,
  type Policy,
  type Verdict,
} from '@docket/kernel';
import type { EstablishedBody } from '../body';
import { decidingAt } from '../grant/deciding';
import { isLimitedBy, routeOf, type Route } from '../grant/route';
import { electorateOf, officeOf } from './electorate';
import { gathered, unknownMotion } from './gathered';
import type { EscalateMotion, MotionRefusal, MatterFacts } from './motion.commands';
import type { EscalationGround, MotionEscalated } from './motion.events';
import type { ClosedMotion, KnownMotion, MotionState, TabledMotion } from './motion.state';
import { nextBody } from './next-body';
import { seatsNeeded } from './seats-needed';
import { whoMay } from './who-may';

type Escalating = Readonly<{
  motion: TabledMotion | ClosedMotion;
  data: EscalateMotion['data'];
  body: EstablishedBody;
  project: MatterFacts;
  context: DecisionContext;
}>;

/** Who conducts ballots of the body passes its motions on, also whom a part in the project bars: it is no decision on it. */
const escalatingPolicies: readonly Policy<Escalating, MotionRefusal>[] = [
  function actorHasAnOfficeOrIsThePmo({ body, context: { actor, at, reach } }) {
    if (reach === 'anything' || officeOf(body, actor, at) !== undefined) return undefined;
    return {
      code: 'not-yours-to-escalate',
      message: `${actor} has no office in this body: its chair, deputy or secretary, or the PMO passes a motion on.`,
    };
  },
  function reasonIsWritten({ data: { reason } }) {
    if (reason.trim() !== '') return undefined;
    return { code: 'reason-missing', message: 'Say why the motion is passed on: the next body reads it.' };
  },
  function projectIsStillClaimed({ motion: { motionId }, project: { openMotion, needsClaim, called } }) {
    if (!needsClaim || openMotion === motionId) return undefined;
    return {
      code: 'motion-not-claimed',
      message: `The ${called} is not claimed for this motion any more. Table a new one.`,
    };
  },
];

type Found = Readonly<{ ground: EscalationGround; code: string | null }> | undefined;

/** What of the body's own authority does not permit the motion; the component may stand outside of all it covers. */
const beyondAuthority = (
  { motion: { bodyId }, data: { authority } }: Escalating,
  { steps }: Route,
): Found => {
  if (!isLimitedBy(authority.grants)(bodyId)) return undefined;
  const own = steps.filter((step) => step.bodyId === bodyId);
  if (own.some(({ refusal }) => refusal === null)) return undefined;
  return { ground: 'beyond-authority', code: own[0]?.refusal?.code ?? 'domain-not-covered' };
};

/** Nobody who leads may decide on the project, and no secretary may keep the record of it. */
const nobodyConducts = ({ body, project, context: { at } }: Escalating): Found =>
  whoMay(body, project, at).length > 0 ? undefined : { ground: 'nobody-conducts', code: null };

/** Once a ballot has carried, seats are needed no more. */
const tooFewSeats = ({ motion, body, project, context: { at } }: Escalating): Found => {
  const entitled = electorateOf(body, project, at).filter(({ standing }) => standing === 'entitled');
  return motion.status === 'closed' || entitled.length >= seatsNeeded(body)
    ? undefined
    : { ground: 'too-few-seats', code: null };
};

const groundOf = (escalating: Escalating, route: Route): Found =>
  beyondAuthority(escalating, route) ?? nobodyConducts(escalating) ?? tooFewSeats(escalating);

const mayDecide = () =>
  refuse(
    'body-may-decide',
    'This body may decide it: it has the authority, somebody who conducts the ballot, and seats enough. Put it to the vote there, or withdraw it.',
  );

const notEscalatable = ({ status }: KnownMotion) =>
  status === 'ballot-open'
    ? refuse('ballot-still-running', 'The ballot is open. Close it first; then the motion can be passed on.')
    : refuse(
        'motion-not-escalatable',
        `The motion is ${status}: only one that waits for a ballot, or was carried and cannot be recorded, is passed on.`,
      );

const passOn = (escalating: Escalating): Verdict<MotionEscalated, MotionRefusal> => {
  const { motion, data, context } = escalating;
  const { authority, named, reason } = data;
  const { motionId, projectId, portfolioId, bodyId, passedOnBy } = motion;
  const route = routeOf(decidingAt(authority.motion, context.at), { grants: authority.grants, bodyIds: [] });
  const found = groundOf(escalating, route);
  if (!found) return mayDecide();
  const met = new Set([...passedOnBy, bodyId]);
  const { grants } = authority;
  const next = nextBody({ bodyId, portfolioId, met, ground: found.ground, route, grants, named });
  if (next.outcome === 'refused') return next;
  const { to, under } = next;
  return accept({
    type: 'MotionEscalated',
    data: { motionId, projectId, from: bodyId, to, ...found, under, reason },
  });
};

/** Passes a motion to a body with more authority, or with people left who may decide. It is judged there as one that was tabled there. */
export const escalateMotion = (
  { data }: EscalateMotion,
  state: MotionState,
  context: DecisionContext,
): Verdict<MotionEscalated, MotionRefusal> => {
  if (state.status === 'absent') return unknownMotion();
  if (state.status !== 'tabled' && !(state.status === 'closed' && state.result === 'carried'))
    return notEscalatable(state);
  const facts = gathered(data);
  if (facts.outcome === 'refused') return facts;
  const { body, project } = facts;
  const escalating = { motion: state, data, body, project, context };
  return firstRefusal(escalatingPolicies, escalating) ?? passOn(escalating);
};
