import type { Signer, ToSign } from '@docket/identity';
import type { Caller, TestDocket } from './docket.fixture';
import { MovedClock } from './moved-clock.fixture';
import { Office } from './office.fixture';
import { inShort } from './problem.fixture';

type Start = (given: Readonly<{ settings?: Record<string, string>; signer?: Signer }>) => Promise<TestDocket>;

const aye = { choice: 'for', reason: 'It pays.' };

/** Who signs proves anew who they are, in the profile that `start` starts. */
export const describeSigning = (profile: string, start: Start) =>
  describe(`signing: ${profile}`, () => {
    let office: Office;
    let path: string;
    const clock = new MovedClock();
    afterEach(async () => {
      clock.putBack();
      await office.close();
    });

    const open = async (given: Parameters<Start>[0]) => {
      office = await Office.open(() => start(given));
      path = `/api/v1/motions/${office.ids.motionId}`;
    };
    const said = async () => {
      const { body } = await office.docket.operator.get(`${path}/history?after=${await office.head()}`);
      return body.entries
        .map(({ type, authentication }: Record<string, string>) => `${type} ${authentication}`)
        .slice(2);
    };

    it('is done as one is known where nothing more is asked for', async () => {
      await open({});
      await office.done('p-bea', `${path}/votes`, aye);
      expect(await said()).toEqual(['VoteCast local-session']);
    });

    it('takes a confirmation that is fresh where the settings ask for one, and the event says so', async () => {
      await open({ settings: { DOCKET_SIGN_WITHIN: '10' } });
      const bea = await office.as('p-bea');
      // What is not projected yet would be minutes old once the clock is moved.
      expect(await said()).toEqual([]);
      // Docket's own clock never goes back, and stories before this one may have moved it ahead.
      const now = office.docket.running.system.runtime.clock.now();
      clock.moveTo(new Date(Date.parse(now) + 11 * 60_000).toISOString());
      const before = await office.head();
      const refused = await bea.post(`${path}/votes`, aye, 'the-vote-of-bea');
      expect(inShort(refused)).toBe('401 confirmation-needed');
      expect(refused.body.detail).toContain('POST /api/v1/session with person p-bea');
      expect(await office.head()).toBe(before);
      const again = await (await office.docket.as('p-bea')).post(`${path}/votes`, aye, 'the-vote-of-bea');
      expect([again.status, await said()]).toEqual([200, ['VoteCast local-session-confirmed']]);
    });

    it('is asked of votes, the close and the decision, of nothing else, with the digest that is recorded', async () => {
      const asked: ToSign[] = [];
      const sign: Signer['sign'] = async (one) => {
        asked.push(one);
        return { outcome: 'signed', authentication: 'company-sign-on' };
      };
      await open({ signer: { sign } });
      expect(asked).toEqual([]);
      for (const person of ['p-bea', 'p-chen']) await office.done(person, `${path}/votes`, aye);
      await office.done('p-chen', `${path}/close`);
      await office.done('p-chen', `${path}/decision`, { rationale: 'It pays.' });
      expect(asked.map(({ person, operation }) => `${person} ${operation}`)).toEqual([
        ...['p-bea cast-vote', 'p-chen cast-vote', 'p-chen close-ballot', 'p-chen record-decision'],
      ]);
      expect(await said()).toEqual(
        ['VoteCast', 'VoteCast', 'BallotClosed', 'DecisionRecorded'].map((type) => `${type} company-sign-on`),
      );
      const { store } = office.docket.running.system.adapters;
      const events = await store.read(`${store.installation}-motion-${office.ids.motionId}`);
      const digests = events.map((event) => office.docket.running.system.decode(event).meta.bodyDigest);
      expect(asked.map(({ digest }) => digest)).toEqual(digests.slice(2));
    });

    it('is refused by whoever is brought to judge it, who sees the proof that was sent', async () => {
      const sign: Signer['sign'] = async ({ proof, digest }) =>
        proof === `touched ${digest}`
          ? { outcome: 'signed', authentication: 'key' }
          : { outcome: 'unsigned', message: `Touch your key for ${digest}.` };
      await open({ signer: { sign } });
      const bea: Caller = await office.as('p-bea');
      const refused = await bea.post(`${path}/votes`, aye, 'the-vote-of-bea');
      expect(inShort(refused)).toBe('401 confirmation-needed');
      const digest = /[0-9a-f]{64}/.exec(refused.body.detail)?.[0] ?? '';
      const proof = { 'signing-proof': `touched ${digest}` };
      const of = (body: object) => bea.write('POST', `${path}/votes`, body, 'the-vote-of-bea', proof);
      expect(inShort(await of({ ...aye, choice: 'against' }))).toBe('401 confirmation-needed');
      expect((await of(aye)).status).toBe(200);
      expect(await said()).toEqual(['VoteCast key']);
    });
  });
