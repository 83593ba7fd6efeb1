import { codec } from './body.codec';

describe('A seat recorded by the first version', () => {
  const data = {
    bodyId: 'board',
    personId: 'noor',
    role: 'chair',
    from: '2026-01-01T00:00:00.000Z',
  } as const;
  const today = { type: 'MemberSeated', data } as const;

  it('is that of no alternate: there were none', () =>
    expect(codec.decode({ type: 'MemberSeated.v1', data })).toEqual(today));

  it('is written in the second version from now on, which an older release does not take for its own', () =>
    expect(codec.encode(today)).toEqual({ type: 'MemberSeated.v2', data }));
});
