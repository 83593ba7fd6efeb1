import { asKnown, confirmedWithin } from './confirmed-session';
import { operations } from './rights';
import { isSigned, type ToSign } from './signing.port';

const asked: ToSign = {
  person: 'p-bea',
  authentication: 'local-session',
  operation: 'cast-vote',
  digest: 'd'.repeat(64),
  now: '2026-03-02T09:10:00.000Z',
};

describe('signing', () => {
  it('is of votes, of the close of a ballot, and of decisions', () =>
    expect(operations.filter(isSigned)).toEqual(['cast-vote', 'close-ballot', 'record-decision']));

  it('is open to whoever is known, where nothing else is asked for', async () =>
    expect(await asKnown.sign(asked)).toEqual({ outcome: 'signed', authentication: 'local-session' }));

  it.each([
    ['just now', '2026-03-02T09:10:00.000Z', 'signed'],
    ['less than ten minutes ago', '2026-03-02T09:00:00.001Z', 'signed'],
    ['ten minutes ago', '2026-03-02T09:00:00.000Z', 'unsigned'],
    ['in the future, by another clock', '2026-03-02T09:10:00.001Z', 'unsigned'],
  ])('within ten minutes takes a confirmation of %s: %s is %s', async (_, confirmedAt, outcome) =>
    expect(await confirmedWithin(10).sign({ ...asked, confirmedAt })).toMatchObject({ outcome }),
  );

  it('says in the event that it was confirmed, and in the refusal how to', async () => {
    const signer = confirmedWithin(10);
    expect(await signer.sign({ ...asked, confirmedAt: asked.now })).toEqual({
      outcome: 'signed',
      authentication: 'local-session-confirmed',
    });
    expect(await signer.sign(asked)).toEqual({
      outcome: 'unsigned',
      message: expect.stringContaining('POST /api/v1/session with person p-bea'),
    });
  });
});
