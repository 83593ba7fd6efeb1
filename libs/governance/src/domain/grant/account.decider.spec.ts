import { specFor } from '@docket/kernel/testing';
import { decider } from './grant.decider';
import type { GrantEvent } from './grant.events';
import {
  chain,
  confirm,
  confirmed,
  given,
  grant,
  motion,
  NOW,
  release,
  released,
  reserve,
  reserved,
  revoked,
  UNLIMITED,
} from './grant.scenes';

const { given: after } = specFor(decider);
const quarterly = given({ perPeriod: { amount: '250', period: 'quarter' } });
const spent = (motionId: string, value: string, period = '2026-Q1'): GrantEvent =>
  reserved({ motionId, value, counted: value, period });

describe('reserving under a grant', () => {
  it('records the value, what it counts, and the period it counts in', () => {
    after(given()).when(reserve()).then(reserved());
    after(quarterly)
      .when(reserve({ value: '100.00' }))
      .then(reserved({ period: '2026-Q1' }));
  });

  it('counts what is linked to it against the limit per decision, and its own increase in the period', () => {
    const deck = { ...{ motionId: 'm-0', projectId: 'deck', programme: null, linked: [], value: '60' } };
    const accounts = [{ ...deck, at: NOW, period: null, state: 'confirmed' }] as const;
    const of = { projectId: 'bridge', programme: null, linked: ['deck'] };
    after(given({ perDecision: '160' }))
      .when(reserve({ of, accounts }))
      .then(reserved({ linked: ['deck'], counted: '160', together: ['m-0'] }));
    after(given({ perDecision: '159.99' }))
      .when(reserve({ of, accounts }))
      .thenRefused('over-limit-per-decision');
  });

  it('counts reservations and confirmations of the period together, up to the last penny', () => {
    const used = [quarterly, spent('m-2', '100'), confirmed('m-2'), spent('m-3', '50')];
    after(...used)
      .when(reserve())
      .then(reserved({ period: '2026-Q1' }));
    after(...used)
      .when(reserve({ value: '100.01' }))
      .thenRefused('over-limit-per-period');
  });

  it('begins each period anew', () =>
    after(quarterly, spent('m-2', '250', '2025-Q4'))
      .when(reserve())
      .then(reserved({ period: '2026-Q1' })));

  it('has back what is released', () => {
    after(quarterly, spent('m-2', '250')).when(reserve()).thenRefused('over-limit-per-period');
    after(quarterly, spent('m-2', '250'), released('m-2'))
      .when(reserve())
      .then(reserved({ period: '2026-Q1' }));
  });

  it('is asked once for a motion, and again to the same effect', () => {
    after(given(), reserved()).when(reserve()).thenNothing();
    after(given(), reserved(), confirmed()).when(reserve()).thenNothing();
    after(given(), reserved())
      .when(reserve({ value: '101' }))
      .thenRefused('reserved-otherwise');
    after(given(), reserved(), released()).when(reserve()).then(reserved());
  });

  it('is refused once the grant is revoked or expired, at the very moment of its end too', () => {
    after(given(), revoked).when(reserve()).thenRefused('grant-revoked');
    after(given({ until: '2026-03-02T09:00:00.001Z' }))
      .when(reserve())
      .then(reserved());
    after(given({ until: NOW }))
      .when(reserve())
      .thenRefused('grant-expired');
  });

  it('is refused where anything of what the grant hangs on does not permit it', () => {
    const top = grant('g-0', 'top');
    after(given())
      .when(reserve({}, chain(top)))
      .then(reserved());
    after(given())
      .when(reserve({}, chain({ ...top, isRevoked: true })))
      .thenRefused('grant-revoked');
    after(given())
      .when(reserve({}, chain({ ...top, authority: { ...UNLIMITED, until: NOW } })))
      .thenRefused('grant-expired');
    after(given())
      .when(reserve({}, chain({ ...top, authority: { ...UNLIMITED, domains: ['rail'] } })))
      .thenRefused('domain-not-covered');
    after(given())
      .when(reserve({}, chain({ ...top, authority: { ...UNLIMITED, perDecision: '99' } })))
      .thenRefused('over-limit-per-decision');
    after(given())
      .when(reserve({}, { grants: [top], isRootLimited: true }))
      .thenRefused('grantor-limited-since');
  });

  it('does not count the motion’s own reservation above against it', () => {
    const perPeriod = { amount: '100', period: 'quarter' } as const;
    const account = [{ ...motion().of, motionId: 'm-1', value: '100', at: NOW, period: '2026-Q1' }];
    const top = grant('g-0', 'top', {
      authority: { ...UNLIMITED, perPeriod },
      account: account.map((one) => ({ ...one, state: 'reserved' })),
    });
    after(given())
      .when(reserve({}, chain(top)))
      .then(reserved());
    after(given())
      .when(reserve({ motionId: 'm-2' }, chain(top)))
      .thenRefused('over-limit-per-period');
  });

  it('needs a grant', () => after().when(reserve()).thenRefused('grant-unknown'));
});

describe('the end of a reservation', () => {
  it('is its confirmation, once and for good', () => {
    after(given(), reserved()).when(confirm()).then(confirmed());
    after(given(), reserved(), confirmed()).when(confirm()).thenNothing();
    after(given(), reserved(), confirmed()).when(release()).thenRefused('reservation-confirmed');
  });
  it('or its release, once', () => {
    after(given(), reserved()).when(release()).then(released());
    after(given(), reserved(), released()).when(release()).thenNothing();
    after(given(), reserved(), released()).when(confirm()).thenRefused('reservation-unknown');
  });
  it('is possible of a grant that was revoked meanwhile', () => {
    after(given(), reserved(), revoked).when(confirm()).then(confirmed());
    after(given(), reserved(), revoked).when(release()).then(released());
  });
});

describe('what a decision used', () => {
  const free = { type: 'FreeAmount', data: { motionId: 'm-1', by: 'm-2' } } as const;
  const freed: GrantEvent = { type: 'AmountFreed', data: { grantId: 'g-1', motionId: 'm-1', by: 'm-2' } };

  it('is free again when another decision says otherwise, confirmed or not, and once', () => {
    for (const used of [[reserved()], [reserved(), confirmed()]])
      after(given(), ...used)
        .when(free)
        .then(freed);
    after(given(), reserved(), confirmed(), freed).when(free).thenNothing();
    after(given()).when(free).thenNothing();
  });

  it('counts no more once it is free', () =>
    after(quarterly, spent('m-1', '200'), confirmed(), freed)
      .when(reserve({ motionId: 'm-3', value: '100' }))
      .then(reserved({ motionId: 'm-3', period: '2026-Q1' })));
});
