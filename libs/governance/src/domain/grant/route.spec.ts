import { decidingAt } from './deciding';
import { chain, grant, motion, NOW, UNLIMITED } from './grant.scenes';
import { chainOf, standingOfChain } from './chain';
import type { KnownGrant } from './grant.state';
import { isLimitedBy, routeOf } from './route';

const part = (grantId: string, bodyId: string, above: KnownGrant, perDecision: string): KnownGrant => ({
  ...grant(grantId, bodyId, { authority: { ...UNLIMITED, perDecision } }),
  from: { kind: 'grant', grantId: above.grantId, bodyId: above.bodyId },
});
const top = grant('top', 'board', { authority: { ...UNLIMITED, perDecision: '10000' } });
const middle = part('middle', 'panel', top, '1000');
const low = part('low', 'lead', middle, '100');
const grants = new Map([low, middle, top].map((one) => [one.grantId, one]));
const routed = (value: string, all = grants, bodyIds: readonly string[] = ['board', 'panel', 'lead']) =>
  routeOf(decidingAt(motion({ value }), NOW), { grants: all, bodyIds });

describe('who must decide', () => {
  it.each([
    ['100', 'low'],
    ['100.01', 'middle'],
    ['1000', 'middle'],
    ['10000', 'top'],
  ])('on %s is the lowest that may: %s', (value, grantId) =>
    expect(routed(value).decides).toMatchObject({ by: 'grant', grantId }),
  );

  it('is told with the reason why nobody below may', () =>
    expect(routed('500').steps.map(({ grantId, refusal }) => [grantId, refusal?.code ?? 'may'])).toEqual([
      ['low', 'over-limit-per-decision'],
      ['middle', 'may'],
      ['top', 'may'],
    ]));

  it('is the one with the longer chain, of two with the same limit', () => {
    const same = part('a-top', 'panel', low, '100');
    expect(routed('1', new Map(grants).set('zz', { ...same, grantId: 'zz' })).decides).toMatchObject({
      grantId: 'zz',
    });
  });

  it('is a body that nobody has limited, where no grant goes so far', () =>
    expect(routed('10001', grants, ['lead', 'council', 'cabinet', 'board']).decides).toEqual({
      by: 'full-authority',
      bodyIds: ['cabinet', 'council'],
    }));

  it('is nobody, where nobody is left', () => expect(routed('10001').decides).toEqual({ by: 'nobody' }));

  it('is nobody outside of the domains: those grants are not on the way', () => {
    const rail = { ...low, authority: { ...low.authority, domains: ['rail'] } };
    expect(routed('1', new Map(grants).set('low', rail)).steps.map(({ grantId }) => grantId)).toEqual([
      'middle',
      'top',
    ]);
  });

  it('goes past a lead whose grantor’s right was revoked, and says of which grant', () => {
    const found = routed('50', new Map(grants).set('middle', { ...middle, isRevoked: true }));
    expect(found.decides).toMatchObject({ grantId: 'top' });
    expect(found.steps[0]?.refusal).toEqual({
      code: 'grant-revoked',
      message: 'Of the grant it hangs on: It was revoked. Ask a body above, or have it granted anew.',
      grantId: 'middle',
    });
  });

  it('a body that had a grant once decides under its grants only, even when all are revoked', () => {
    const ended = new Map([['top', { ...top, isRevoked: true }]]);
    expect(isLimitedBy(ended)('board')).toBe(true);
    expect(routed('1', ended, ['board']).decides).toEqual({ by: 'nobody' });
  });
});

describe('the standing of a grant', () => {
  const at = (...links: readonly KnownGrant[]) => standingOfChain(chain(...links), NOW);
  const authority = { ...UNLIMITED, until: NOW };

  it('is its own first, and void where what it hangs on is not in force', () => {
    expect(at(low, middle, top)).toBe('in-force');
    expect(at({ ...low, isRevoked: true }, { ...middle, isRevoked: true })).toBe('revoked');
    expect(at({ ...low, authority })).toBe('expired');
    expect(at({ ...low, authority: { ...UNLIMITED, from: '2026-03-02T09:00:00.001Z' } })).toBe('not-begun');
    expect(at(low, { ...middle, authority }, top)).toBe('void');
    expect(standingOfChain({ grants: [low], isRootLimited: true }, NOW)).toBe('void');
  });

  it('is void where the chain leads nowhere, or to itself', () => {
    const nobody = () => false;
    expect(standingOfChain(chainOf(low, new Map([['low', low]]), nobody), NOW)).toBe('void');
    const circle = { ...top, from: { kind: 'grant', grantId: 'low', bodyId: 'lead' } } as const;
    expect(standingOfChain(chainOf(low, new Map(grants).set('top', circle), nobody), NOW)).toBe('void');
  });
});
