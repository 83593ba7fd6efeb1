import 'reflect-metadata';
import { FindMotionQuery, RecordDecisionCommand } from '.';
import { asked, followUpOver } from './testing/board';
import { openDelegation, type Delegation } from './testing/delegation';
import { dyingAt } from './testing/dying-log';
import { recordDecision } from './features/record-decision/record-decision';

describe('a process that is killed while it records a decision under a grant', () => {
  let slice: Delegation;
  let motionId: string;
  let grantId: string;
  beforeEach(async () => {
    slice = await openDelegation();
    ({ motionId, grantId } = await slice.carriedByLead({ perDecision: '5000' }));
  });
  afterEach(() => slice.close());

  const data = () => ({ motionId, rationale: 'It pays.' });
  /** Records it as lea, in a process that dies at its n-th append. */
  const dying = (n: number, when: 'before' | 'after') =>
    recordDecision(
      { ...slice.runtime, store: dyingAt(slice.store, n, when) },
      asked('lea', 'record'),
      data(),
    ).catch(() => 'killed');
  const follow = async () => {
    const runner = followUpOver(slice.store, `follow-${await slice.store.head()}`);
    runner.start();
    const { unfinished } = await runner.waitUntilIdle();
    await runner.stop();
    expect(unfinished).toEqual([]);
  };
  const account = async () =>
    (await slice.events(`docket-grant-${grantId}`)).slice(1).map(({ type }) => type);

  it('after the decision and before its confirmation leaves that to the follow-up', async () => {
    await dying(2, 'after');
    expect(await account()).toEqual(['AmountReserved']);
    await follow();
    expect(await account()).toEqual(['AmountReserved', 'ReservationConfirmed']);
    await follow();
    expect(await account()).toHaveLength(2);
  });

  it('between the reservation and the decision leaves a reservation, which the same request finds again', async () => {
    await dying(1, 'after');
    await follow();
    expect(await account()).toEqual(['AmountReserved']);
    const again = await slice.commands.execute(new RecordDecisionCommand(asked('lea', 'record'), data()));
    expect(again).toMatchObject({ outcome: 'accepted' });
    await follow();
    expect(await account()).toEqual(['AmountReserved', 'ReservationConfirmed']);
  });

  it('between the reservation and the decision, where the motion is taken back then, leaves it to be released, and the project to be free', async () => {
    await dying(1, 'after');
    expect(await slice.board.withdraw(motionId, 'lea')).toMatchObject({ outcome: 'accepted' });
    await follow();
    expect(await account()).toEqual(['AmountReserved', 'ReservationReleased']);
    const { readModel, cut } = await slice.read();
    expect(await slice.queries.execute(new FindMotionQuery({ readModel, cut }, { motionId }))).toMatchObject({
      ...{ status: 'withdrawn', withdrawal: { by: 'lea' }, outcome: { result: 'carried' } },
      ...{ decision: null, followUp: { state: 'released' } },
    });
  });
});
