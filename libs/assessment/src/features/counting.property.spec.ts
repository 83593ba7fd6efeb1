import fc from 'fast-check';
import { countedOf } from './counting';

const person = fc.constantFrom('ada', 'grace', 'linus', 'mia', 'noor');
const maybe = fc.option(person, { nil: null });
const interested = fc.uniqueArray(person, { maxLength: 2 });
const people = fc.record({ proposer: maybe, sponsor: maybe, manager: maybe, interested });
const assessments = fc.array(fc.record({ assessor: person, points: fc.constantFrom('0', '3', '5') }));

describe('whoever assessed a component, and whoever has a part in it', () => {
  it('every assessment either counts or does not, in the order in which they came', () =>
    fc.assert(
      fc.property(assessments, people, (given, parts) => {
        const { counted, notCounted } = countedOf(given, parts);
        const left = notCounted.map(({ assessment }) => assessment);
        expect(counted.length + left.length).toBe(given.length);
        expect(given.filter((one) => counted.includes(one))).toEqual(counted);
        expect(given.filter((one) => left.includes(one))).toEqual(left);
      }),
    ));

  it('nobody who counts is one of its people, and everybody who does not is, as what is said', () =>
    fc.assert(
      fc.property(assessments, people, (given, parts) => {
        const { counted, notCounted } = countedOf(given, parts);
        const all: readonly (string | null)[] = Object.values(parts).flat();
        for (const { assessor } of counted) expect(all).not.toContain(assessor);
        for (const { assessment, because } of notCounted)
          expect([parts[because === 'interest' ? 'interested' : because]].flat()).toContain(
            assessment.assessor,
          );
      }),
    ));

  it('whoever leaves every part, and has no interest, counts as if they never had one', () =>
    fc.assert(
      fc.property(assessments, people, person, (given, parts, who) => {
        const without = Object.fromEntries(
          (['proposer', 'sponsor', 'manager'] as const).map((part) => [
            part,
            parts[part] === who ? null : parts[part],
          ]),
        );
        const own = countedOf(given, without).counted.filter(({ assessor }) => assessor === who);
        expect(own).toEqual(given.filter(({ assessor }) => assessor === who));
      }),
    ));
});
