import { Decimal } from '@docket/kernel';
import * as fc from 'fast-check';
import { alignmentOf, type ConfirmedContribution, type WeighedObjective } from './alignment';
import { CONTRIBUTION_SCALE, CONTRIBUTION_SCALES } from './contribution-scale';

const levels = (CONTRIBUTION_SCALES[CONTRIBUTION_SCALE] ?? []).map(({ alignment }) => alignment);
const share = fc
  .integer({ min: 1, max: 1_000 })
  .map((n) => Decimal.of(n).dividedBy(Decimal.of(1_000), 3).toString());
const ids = ['a', 'b', 'c', 'd', 'e'];

const strategy: fc.Arbitrary<readonly WeighedObjective[]> = fc
  .uniqueArray(fc.constantFrom(...ids), { minLength: 1 })
  .chain((some) => fc.tuple(...some.map((id) => share.map((weight) => ({ id, weight })))));
const confirmed: fc.Arbitrary<readonly ConfirmedContribution[]> = fc
  .uniqueArray(fc.constantFrom(...ids))
  .chain((some) =>
    fc.tuple(
      ...some.map((objectiveId) =>
        fc.constantFrom(...levels).map((alignment) => ({ objectiveId, alignment })),
      ),
    ),
  );

describe('Whatever is confirmed, the alignment of a component', () => {
  it('lies from 0 to 100, or is not available with a reason', () =>
    fc.assert(
      fc.property(strategy, confirmed, (objectives, some) => {
        const { value, reason, coverage } = alignmentOf(objectives, some);
        const inBounds =
          value === null
            ? reason === 'nothing-confirmed' && coverage.used === 0
            : !Decimal.of(value).isNegative && Decimal.of(value).compare(Decimal.of(100)) <= 0;
        expect(inBounds).toBe(true);
      }),
    ));

  it('never falls when one contribution is judged stronger', () =>
    fc.assert(
      fc.property(strategy, confirmed, fc.nat(), (objectives, some, at) => {
        const stronger = some.map((one, index) =>
          index === at % some.length ? { ...one, alignment: '100' } : one,
        );
        const [before, after] = [alignmentOf(objectives, some), alignmentOf(objectives, stronger)].map(
          ({ value }) => Decimal.of(value ?? '0'),
        );
        expect(after?.compare(before ?? Decimal.zero)).toBeGreaterThanOrEqual(0);
      }),
    ));

  it('does not depend on how others are aligned: only on objectives and its own', () =>
    fc.assert(
      fc.property(strategy, confirmed, (objectives, some) =>
        expect(alignmentOf([...objectives].reverse(), [...some].reverse())).toEqual(
          alignmentOf(objectives, some),
        ),
      ),
    ));
});
