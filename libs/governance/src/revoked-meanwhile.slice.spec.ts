import 'reflect-metadata';
import type { EventStore } from '@docket/kernel';
import { GiveGrantCommand, RevokeGrantCommand } from '.';
import { recordDecision } from './features/record-decision/record-decision';
import { anotherRuntime, asked, openBoard, portfolioId } from './testing/board';

const ample = {
  ...{ domains: null, kinds: null, outcomes: null, perDecision: null, until: null },
  perPeriod: { amount: '3000', period: 'year' },
} as const;

/** A store that has something happen once the first append through it was done. */
const andThen = (store: EventStore, happens: () => Promise<unknown>): EventStore => {
  let appends = 0;
  const append: EventStore['append'] = async (...given) => {
    const appended = await store.append(...given);
    appends += 1;
    if (appends === 1) await happens();
    return appended;
  };
  return new Proxy(store, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (name === 'append') return append;
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
};

describe('A grant that is revoked between what is reserved under it and the decision', () => {
  it('is not decided under, and what was reserved is given back', async () => {
    const slice = await openBoard();
    const bodyId = await slice.board.convene('mona');
    const projectId = await slice.board.propose();
    const granting = {
      portfolioId,
      from: { kind: 'portfolio' },
      bodyId,
      authority: ample,
      maySubDelegate: true,
    } as const;
    const given = await slice.commands.execute(new GiveGrantCommand(asked('ada', 'grant'), granting));
    const grantId = given.outcome === 'accepted' ? given.id : '';
    const tabled = await slice.board.table(bodyId, projectId);
    const motionId = tabled.outcome === 'accepted' ? tabled.id : '';
    await slice.board.open(motionId);
    for (const who of ['cleo', 'mona']) await slice.board.vote(motionId, who, 'for');
    await slice.board.close(motionId);
    const revoke = () =>
      slice.commands.execute(new RevokeGrantCommand(asked('ada', 'revoke'), { grantId, reason: 'Over.' }));
    const runtime = anotherRuntime(andThen(slice.store, revoke), 'another');

    const answer = await recordDecision(runtime, asked('cleo', 'record'), {
      motionId,
      rationale: 'It pays.',
    });

    expect(answer).toMatchObject({ outcome: 'refused', refusal: { code: 'beyond-authority' } });
    const types = async (stream: string) => (await slice.events(stream)).map(({ type }) => type);
    expect(await types(`docket-grant-${grantId}`)).toEqual([
      ...['GrantGiven', 'AmountReserved', 'GrantRevoked', 'ReservationReleased'],
    ]);
    expect(await types(`docket-motion-${motionId}`)).not.toContain('DecisionRecorded');
    await slice.close();
  });
});
