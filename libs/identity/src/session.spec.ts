import { Sessions, signSession } from './session';

const session = { person: 'p-bea', until: '2026-03-02T21:00:00.000Z' };
const before = '2026-03-02T09:00:00.000Z';
const token = signSession(session, 'key');

describe('a session token', () => {
  it('gives back the session it was made of', () =>
    expect(new Sessions('key').read(token, before)).toEqual(session));
  it('is worthless under another key', () =>
    expect(new Sessions('other').read(token, before)).toBeUndefined());
  it('is worthless once its time is over', () =>
    expect(new Sessions('key').read(token, session.until)).toBeUndefined());
  it('is worthless when altered', () => {
    const chair = Buffer.from(JSON.stringify({ ...session, person: 'p-chen' })).toString('base64url');
    expect(new Sessions('key').read(`${chair}.${token.split('.')[1]}`, before)).toBeUndefined();
  });
  it.each(['', '.', 'a.b', `${token}x`, 'no-dot'])('is worthless when malformed: "%s"', (text) =>
    expect(new Sessions('key').read(text, before)).toBeUndefined(),
  );
  it('that was proven before is read again, until its time is over, and no other for it', () => {
    const sessions = new Sessions('key');
    expect([sessions.read(token, before), sessions.read(token, before)]).toEqual([session, session]);
    expect(sessions.read(token, session.until)).toBeUndefined();
    expect(sessions.read(`${token}x`, before)).toBeUndefined();
  });
  it('is read however many others were', () => {
    const sessions = new Sessions('key');
    const tokens = Array.from({ length: 1_001 }, (_, one) =>
      signSession({ ...session, person: `p-${one}` }, 'key'),
    );
    for (const one of tokens) sessions.read(one, before);
    expect(sessions.read(tokens[0] ?? '', before)).toEqual({ ...session, person: 'p-0' });
  });
});
