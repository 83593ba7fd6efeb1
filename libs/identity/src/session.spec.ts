import { readSession, signSession } from './session';

const session = { person: 'p-bea', until: '2026-03-02T21:00:00.000Z' };
const before = '2026-03-02T09:00:00.000Z';
const token = signSession(session, 'key');

describe('a session token', () => {
  it('gives back the session it was made of', () =>
    expect(readSession(token, 'key', before)).toEqual(session));
  it('is worthless under another key', () => expect(readSession(token, 'other', before)).toBeUndefined());
  it('is worthless once its time is over', () =>
    expect(readSession(token, 'key', session.until)).toBeUndefined());
  it('is worthless when altered', () => {
    const chair = Buffer.from(JSON.stringify({ ...session, person: 'p-chen' })).toString('base64url');
    expect(readSession(`${chair}.${token.split('.')[1]}`, 'key', before)).toBeUndefined();
  });
  it.each(['', '.', 'a.b', `${token}x`, 'no-dot'])('is worthless when malformed: "%s"', (text) =>
    expect(readSession(text, 'key', before)).toBeUndefined(),
  );
});
