import 'reflect-metadata';
import type { Instant } from '@docket/kernel';
import { RecordDecisionCommand } from '.';
import { asked } from './testing/board';
import { openDelegation, type Delegation } from './testing/delegation';

const DAY = 86_400_000;

describe('a decision under a grant that has expired since', () => {
  let slice: Delegation;
  let carriedAt: Instant;
  let motionId: string;
  let grantId: string;
  beforeEach(async () => {
    slice = await openDelegation();
    const until = new Date(Date.parse(slice.clock.now()) + DAY).toISOString();
    ({ motionId, grantId } = await slice.carriedByLead({ until, perDecision: '1200' }));
    carriedAt = slice.clock.now();
    slice.clock.pass(2 * DAY);
  });
  afterEach(() => slice.close());

  const record = (known: object) =>
    slice.commands.execute(
      new RecordDecisionCommand({ ...asked('lea', 'record'), ...known }, { motionId, rationale: 'It pays.' }),
    );

  it('is recorded where it is imported: known on a day when the grant was in force', async () => {
    expect(await record({ origin: 'import', knownAt: carriedAt })).toMatchObject({ outcome: 'accepted' });
    const [last] = (await slice.events(`docket-grant-${grantId}`)).slice(-1);
    expect([last?.type, last?.data]).toEqual(['ReservationConfirmed', { grantId, motionId }]);
  });

  it('is refused where it is recorded now', async () =>
    expect(await record({})).toMatchObject({ refusal: { code: 'beyond-authority' } }));
});
