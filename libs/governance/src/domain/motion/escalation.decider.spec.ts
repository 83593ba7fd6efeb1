import { specFor } from '@docket/kernel/testing';
import type { EscalateMotion, MotionEvent, MatterFacts } from '.';
import { grant, motion as motionOn, NOW } from '../grant/grant.scenes';
import type { KnownGrant } from '../grant';
import { decider } from './motion.decider';
import { ballotOn, body, carriedOver, closedWith, project, tabled } from './motion.scenes';

const { given } = specFor(decider);

const grantsOf = (...grants: readonly KnownGrant[]): ReadonlyMap<string, KnownGrant> =>
  new Map(grants.map((one) => [one.grantId, one]));
const upTo = (perDecision: string | null) => ({ ...grant('x', 'x').authority, perDecision });
/** The body of the motion may decide up to 50, the panel up to 100, the council without limit. */
const own = grant('own', 'board', { authority: upTo('50') });
const panels = grant('panels', 'panel', { authority: upTo('100') });
const councils = grant('councils', 'council', { authority: upTo(null) });

type Around = Readonly<{ grants?: readonly KnownGrant[]; named?: EscalateMotion['data']['named'] }>;

const escalate = (
  { grants = [own, panels, councils], named }: Around = {},
  change: Partial<EscalateMotion['data']> = {},
): EscalateMotion => ({
  type: 'EscalateMotion',
  data: {
    ...{ body, project, reason: 'Above our limit.' },
    authority: { motion: motionOn({ motionId: 'motion' }), grants: grantsOf(...grants) },
    ...(named ? { named } : {}),
    ...change,
  },
});
const free = (bodyId: string, portfolioId = 'portfolio') => ({
  bodyId,
  body: { ...body, bodyId, portfolioId },
});
const passed = (
  change: Partial<Extract<MotionEvent, { type: 'MotionEscalated' }>['data']> = {},
): MotionEvent => ({
  type: 'MotionEscalated',
  data: {
    ...{ motionId: 'motion', projectId: 'project', from: 'board', to: 'panel', ground: 'beyond-authority' },
    ...{ code: 'over-limit-per-decision', under: 'panels', reason: 'Above our limit.' },
    ...change,
  },
});
const withParts = (...people: readonly string[]): MatterFacts => ({
  ...project,
  parts: new Map(people.map((person) => [person, 'interest'])),
});
const at = { at: NOW };

describe('passing a motion on', () => {
  it('goes to the lowest grant that permits it, from a motion that waits or that was carried', () => {
    for (const history of [
      [tabled],
      [tabled, ballotOn(), closedWith({ result: 'no-quorum' }), carriedOver()],
    ])
      given(...history)
        .when(escalate(), at)
        .then(passed());
    given(tabled, ballotOn(), closedWith()).when(escalate(), at).then(passed());
  });

  it('goes on from there, and ends: never to a body it was before', () => {
    const there = escalate({ grants: [own, grant('panels', 'panel', { authority: upTo('60') }), councils] });
    given(tabled, passed())
      .when(there, at)
      .then(passed({ from: 'panel', to: 'council', under: 'councils' }));
    const back = escalate({ grants: [grant('own', 'board'), grant('panels', 'panel', { isRevoked: true })] });
    given(tabled, passed()).when(back, at).thenRefused('no-body-with-authority');
    given(tabled, passed())
      .when(escalate({ grants: [grant('panels', 'panel', { isRevoked: true })], named: free('board') }), at)
      .thenRefused('escalation-in-a-circle');
  });

  it('says which of the limits of the body did not permit it', () => {
    given(tabled)
      .when(escalate({ grants: [grant('own', 'board', { isRevoked: true }), councils] }), at)
      .then(passed({ to: 'council', under: 'councils', code: 'grant-revoked' }));
    const elsewhere = grant('own', 'board', { authority: { ...upTo(null), domains: ['rail'] } });
    given(tabled)
      .when(escalate({ grants: [elsewhere, councils] }), at)
      .then(passed({ to: 'council', under: 'councils', code: 'domain-not-covered' }));
  });

  it('goes to the body that delegated without a limit of its own', () => {
    const part = grant('own', 'board', { from: { kind: 'body', bodyId: 'assembly' }, authority: upTo('50') });
    given(tabled)
      .when(escalate({ grants: [part] }), at)
      .then(passed({ to: 'assembly', under: null }));
    given(tabled)
      .when(escalate({ grants: [part, grant('late', 'assembly', { isRevoked: true })] }), at)
      .thenRefused('no-body-with-authority');
  });

  it('goes to a body without a limit that somebody names, of this portfolio, where nothing else is left', () => {
    given(tabled)
      .when(escalate({ grants: [own], named: free('assembly') }), at)
      .then(passed({ to: 'assembly', under: null }));
    given(tabled)
      .when(escalate({ grants: [own] }), at)
      .thenRefused('no-body-with-authority');
    given(tabled)
      .when(escalate({ grants: [own], named: free('assembly', 'other') }), at)
      .thenRefused('another-portfolio');
    given(tabled)
      .when(escalate({ grants: [own], named: { bodyId: 'x', body: { status: 'absent' } } }), at)
      .thenRefused('body-unknown');
    given(tabled)
      .when(
        escalate({ grants: [own, grant('small', 'assembly', { isRevoked: true })], named: free('assembly') }),
        at,
      )
      .thenRefused('no-body-with-authority');
    given(tabled)
      .when(escalate({ named: free('council') }), at)
      .thenRefused('not-the-next-body');
  });

  it('is not for a body that has authority, people and seats', () => {
    for (const grants of [[], [grant('own', 'board')]])
      given(tabled).when(escalate({ grants }), at).thenRefused('body-may-decide');
  });

  it('goes above its own grant where nobody who conducts may decide on the project', () => {
    const parts = withParts('cleo', 'sami');
    given(tabled)
      .when(
        escalate(
          { grants: [grant('own', 'board', { authority: upTo('100') }), councils] },
          { project: parts },
        ),
        at,
      )
      .then(passed({ to: 'council', under: 'councils', ground: 'nobody-conducts', code: null }));
    given(tabled)
      .when(escalate({ grants: [] }, { project: withParts('cleo') }), at)
      .thenRefused('body-may-decide');
  });

  it('goes above its own grant where too few seats are entitled, never to one below', () => {
    const parts = withParts('mona', 'milo');
    const higher = grant('own', 'board', { authority: upTo('200') });
    given(tabled)
      .when(escalate({ grants: [higher, panels, councils] }, { project: parts }), at)
      .then(passed({ to: 'council', under: 'councils', ground: 'too-few-seats', code: null }));
    given(tabled)
      .when(escalate({ grants: [panels], named: free('assembly') }, { project: parts }), at)
      .then(passed({ to: 'assembly', under: null, ground: 'too-few-seats', code: null }));
    given(tabled, ballotOn(), closedWith())
      .when(escalate({ grants: [higher, councils] }, { project: parts }), at)
      .thenRefused('body-may-decide');
  });

  it('is asked by who has an office in the body, or the PMO, with a reason, while the project is claimed', () => {
    for (const actor of ['cleo', 'sami'])
      given(tabled)
        .when(escalate(), { ...at, actor, reach: 'own' })
        .then(passed());
    for (const actor of ['mona', 'ada'])
      given(tabled)
        .when(escalate(), { ...at, actor, reach: 'own' })
        .thenRefused('not-yours-to-escalate');
    given(tabled)
      .when(escalate({}, { reason: ' ' }), at)
      .thenRefused('reason-missing');
    given(tabled)
      .when(escalate({}, { project: { ...project, openMotion: 'another' } }), at)
      .thenRefused('motion-not-claimed');
  });

  it('is not possible while a ballot is open, or once the motion has ended', () => {
    given().when(escalate(), at).thenRefused('motion-unknown');
    given(tabled, ballotOn()).when(escalate(), at).thenRefused('ballot-still-running');
    given(tabled, ballotOn(), closedWith({ result: 'lost' }))
      .when(escalate(), at)
      .thenRefused('motion-not-escalatable');
  });
});
