import { specFor } from '@docket/kernel/testing';
import { decider } from './capsule.decider';
import type { CapsuleKept } from './capsule.events';

const { given } = specFor(decider);
const data = {
  motionId: 'm-1',
  portfolioId: 'p-1',
  opened: 1,
  number: 14,
  digest: 'a'.repeat(64),
  size: 2,
  definition: 'd1',
};
const kept: CapsuleKept = { type: 'CapsuleKept', data };

describe('keeping what a body saw', () => {
  it('says under which digest the bytes lie', () => given().when({ type: 'KeepCapsule', data }).then(kept));
  it('happens once', () => given(kept).when({ type: 'KeepCapsule', data }).then());
  it('is not changed by who composes it again, by another definition', () =>
    given(kept)
      .when({ type: 'KeepCapsule', data: { ...data, digest: 'b'.repeat(64), definition: 'd2' } })
      .then());
});
