import { specFor } from '@docket/kernel/testing';
import { decider } from './grant.decider';
import { board, body, chain, delegate, give, given, grant, lead, NOW, UNLIMITED } from './grant.scenes';

const { given: after } = specFor(decider);
const own = { actor: 'cleo', reach: 'own' } as const;
const top = grant('g-1', 'board');

describe('giving a grant', () => {
  it('of the portfolio puts a body under its limits', () => after().when(give()).then(given()));

  it('writes amounts and lists canonically, and begins now where nothing is said', () => {
    const { data } = give({}, { domains: ['roads', 'bridges', 'roads'], perDecision: '1000.500' });
    const { from: _, ...authority } = data.authority;
    after()
      .when({ type: 'GiveGrant', data: { ...data, authority } })
      .then(given({ domains: ['bridges', 'roads'], perDecision: '1000.5' }));
  });

  it('happens once for an id', () => after(given()).when(give()).thenRefused('grant-already-given'));

  it('needs an open portfolio, a body of it, and a grantor of it', () => {
    after()
      .when(give({}, {}, { portfolioKnown: false }))
      .thenRefused('portfolio-unknown');
    after()
      .when(give({}, {}, { holder: { status: 'absent' } }))
      .thenRefused('body-unknown');
    after().when(delegate(chain())).thenRefused('grant-unknown');
    after()
      .when(delegate(chain(top), {}, { grantor: { status: 'absent' } }))
      .thenRefused('body-unknown');
    after()
      .when(delegate(chain(grant('g-1', 'board', { portfolioId: 'county' }))))
      .thenRefused('another-portfolio');
  });

  it('is for the PMO, a portfolio manager, and the chair of the granting body in term', () => {
    after()
      .when(delegate(chain(top)), own)
      .then(given({}, { ...ofLead }));
    after()
      .when(delegate(chain(top)), { ...own, actor: 'mona' })
      .thenRefused('not-yours-to-grant');
    after()
      .when(delegate(chain(top), {}, { grantor: body('board', 'cleo', 'secretary') }), own)
      .thenRefused('not-yours-to-grant');
    after().when(give(), own).thenRefused('not-yours-to-grant');
  });

  it('names open nodes of the portfolio, and something', () => {
    after()
      .when(give({}, { domains: ['roads', 'moon'] }))
      .thenRefused('node-unknown');
    for (const list of ['domains', 'kinds', 'outcomes'])
      after()
        .when(give({}, { [list]: [] }))
        .thenRefused('nothing-covered');
  });

  it.each(['-1', 'much', '1e9', ''])('has limits that are amounts: not %p', (amount) => {
    after()
      .when(give({}, { perDecision: amount }))
      .thenRefused('limit-malformed');
    after()
      .when(give({}, { perPeriod: { amount, period: 'year' } }))
      .thenRefused('limit-malformed');
  });

  it.each([0, -1, 1.5, 8_785])(
    'gives whole hours to call a decision in, up to a year: not %p',
    (callInHours) => after().when(give({ callInHours })).thenRefused('call-in-window-malformed'),
  );

  it('gives time to call a decision in where a body grants, and not where the portfolio does', () => {
    after()
      .when(give({ callInHours: 72 }))
      .thenRefused('call-in-by-nobody');
    after()
      .when(delegate(chain(grant('g-1', 'board')), {}, {}, { callInHours: 72 }))
      .then(
        given(
          {},
          {
            ...{ grantId: 'g-2', bodyId: 'lead', callInHours: 72 },
            from: { kind: 'grant', grantId: 'g-1', bodyId: 'board' },
          },
        ),
      );
  });

  it('has a term that does not reach back, and ends after it begins', () => {
    const [early, late] = ['2026-03-02T08:59:59.999Z', '2026-03-03T00:00:00.000Z'];
    after()
      .when(give({}, { from: 'soon' }))
      .thenRefused('term-malformed');
    after()
      .when(give({}, { from: early }))
      .thenRefused('term-starts-in-the-past');
    after()
      .when(give({}, { until: NOW }))
      .thenRefused('term-ends-before-it-starts');
    after()
      .when(give({}, { from: late, until: '2026-03-04T00:00:00.000Z' }))
      .then(given({ from: late, until: '2026-03-04T00:00:00.000Z' }));
  });

  it('is entered in the register first', () =>
    after()
      .when(give({}, {}, { isEntered: false }))
      .thenRefused('grant-not-entered'));
});

const ofLead = {
  ...{ grantId: 'g-2', bodyId: 'lead' },
  from: { kind: 'grant', grantId: 'g-1', bodyId: 'board' } as const,
};

describe('passing on a part of a grant', () => {
  it('is allowed only where the grant says so', () =>
    after()
      .when(delegate(chain(grant('g-1', 'board', { maySubDelegate: false }))))
      .thenRefused('sub-delegation-not-allowed'));

  it('goes no further than one’s own limit', () => {
    const limited = chain(grant('g-1', 'board', { authority: { ...UNLIMITED, perDecision: '1000' } }));
    after()
      .when(delegate(limited, { perDecision: '1000' }))
      .then(given({ perDecision: '1000' }, ofLead));
    after()
      .when(delegate(limited, { perDecision: '1000.01' }))
      .thenRefused('beyond-own-limit');
    after().when(delegate(limited)).thenRefused('beyond-own-limit');
  });

  it('lies in the domain of one’s own by the tree as it stands', () => {
    const roads = chain(grant('g-1', 'board', { authority: { ...UNLIMITED, domains: ['roads'] } }));
    after()
      .when(delegate(roads, { domains: ['bridges'] }))
      .then(given({ domains: ['bridges'] }, ofLead));
    after()
      .when(delegate(roads, { domains: ['rail'] }))
      .thenRefused('beyond-own-limit');
  });

  it('never returns to whom it came from, through however many hands', () => {
    after()
      .when(delegate(chain(top), {}, { holder: board }, { bodyId: 'board' }))
      .thenRefused('circle-of-grants');
    const third = grant('g-3', 'desk', { from: { kind: 'grant', grantId: 'g-1', bodyId: 'board' } });
    after()
      .when(delegate(chain(third, top), {}, { grantor: body('desk', 'dan') }, { bodyId: 'board' }))
      .thenRefused('circle-of-grants');
    const ofBody = grant('g-1', 'lead', { from: { kind: 'body', bodyId: 'board' } });
    after()
      .when(delegate(chain(ofBody), {}, { holder: board, grantor: lead }, { bodyId: 'board' }))
      .thenRefused('circle-of-grants');
  });

  it('needs a grant in force, and all it hangs on', () => {
    const ended = grant('g-1', 'board', { authority: { ...UNLIMITED, until: NOW } });
    after()
      .when(delegate(chain(ended)))
      .thenRefused('grant-expired');
    const coming = { ...UNLIMITED, from: '2026-04-01T00:00:00.000Z' };
    after()
      .when(delegate(chain(grant('g-1', 'board', { authority: coming }))))
      .thenRefused('grant-not-begun');
    after()
      .when(delegate(chain(grant('g-1', 'board', { isRevoked: true }))))
      .thenRefused('grant-revoked');
    const third = grant('g-3', 'board', { from: { kind: 'grant', grantId: 'g-1', bodyId: 'top' } });
    after()
      .when(delegate(chain(third, grant('g-1', 'top', { isRevoked: true }))))
      .thenRefused('grant-revoked');
  });
});

describe('delegating from a body', () => {
  const from = { kind: 'body', bodyId: 'board' } as const;
  const facts = { holder: lead, grantor: board };

  it('is for bodies that nobody has limited', () => {
    after()
      .when(give({ from, bodyId: 'lead' }, {}, facts), own)
      .then(given({}, { from, bodyId: 'lead' }));
    after()
      .when(give({ from, bodyId: 'lead' }, {}, { ...facts, isGrantorLimited: true }))
      .thenRefused('grant-not-named');
  });

  it('is never to itself', () =>
    after()
      .when(give({ from }, {}, { ...facts, holder: board }))
      .thenRefused('circle-of-grants'));
});

describe('revoking a grant', () => {
  const revoke = { type: 'RevokeGrant', data: { reason: 'Over.', grantor: board } } as const;
  const done = { type: 'GrantRevoked', data: { grantId: 'g-1', reason: 'Over.' } } as const;

  it('ends it, with the reason, once', () => {
    after(given()).when(revoke).then(done);
    after(given(), done).when(revoke).thenNothing();
  });

  it('is for the PMO, a portfolio manager, and the chair of the body that gave it', () => {
    after(given()).when(revoke, own).then(done);
    after(given())
      .when(revoke, { ...own, actor: 'lea' })
      .thenRefused('not-yours-to-revoke');
    after(given())
      .when({ ...revoke, data: { ...revoke.data, grantor: { status: 'absent' } } }, own)
      .thenRefused('not-yours-to-revoke');
  });

  it('needs a reason and a grant', () => {
    after(given())
      .when({ ...revoke, data: { ...revoke.data, reason: ' ' } })
      .thenRefused('reason-missing');
    after().when(revoke).thenRefused('grant-unknown');
  });
});
