import * as fc from 'fast-check';
import type { Answer, Bar, Carry, House, Office } from './ballot-model.scenes';

/** One thing that happens around a ballot, so many minutes after the one before. */
export type Step = Readonly<{ after: number } & Happening>;
type Happening =
  | { does: 'seat'; who: string; office: Office; sitsFor: string; starts: number; lasts: number | null }
  | { does: 'unseat'; who: string }
  | { does: 'rules'; house: House }
  | { does: 'bar'; who: string; bar: Bar }
  | { does: 'unbar'; who: string }
  | { does: 'open'; who: string; runs: number | null }
  | { does: 'vote'; who: string; answer: Answer }
  | { does: 'close'; who: string | null };

/** ann chairs, dan is the deputy, sue the secretary, as they start; others join. */
export const PEOPLE = ['ann', 'bob', 'cat', 'dan', 'eve', 'fay', 'gus', 'sue'] as const;
const person = fc.constantFrom(...PEOPLE);
const voter = fc.constantFrom(...PEOPLE.slice(0, 7));
const often = <T>(one: fc.Arbitrary<T>, weight: number) => ({ arbitrary: one, weight });

export const anyHouse: fc.Arbitrary<House> = fc.record({
  quorum: fc.oneof(
    fc.tuple(fc.constant('seats' as const), fc.integer({ min: 1, max: 4 })),
    fc.tuple(fc.constant('hundredths' as const), fc.constantFrom(1, 25, 33, 50, 67, 75, 100)),
  ),
  withLead: fc.integer({ min: 0, max: 3 }).map((one) => one === 0),
  carry: fc.constantFrom<Carry>(
    ...([
      'majority-or-casting-vote',
      'two-thirds-of-all',
      'majority-of-cast',
      'majority-of-present',
    ] as const),
    ...(['majority-of-all', 'two-thirds-of-cast', 'unanimity-of-cast', 'majority-or-casting-vote'] as const),
  ),
  minimum: fc.constantFrom(1, 1, 2, 3),
});

const after = fc.constantFrom(0, 0, 1, 1, 2, 5);
const later = fc.constantFrom(0, 0, 0, 3);
const lasting = fc.option(fc.integer({ min: 1, max: 25 }), { freq: 2 });

const seat = fc.record({
  ...{
    after,
    does: fc.constant('seat' as const),
    who: person,
    sitsFor: voter,
    starts: later,
    lasts: lasting,
  },
  office: fc.constantFrom<Office>(
    'chair',
    'deputy',
    'member',
    'member',
    'alternate',
    'alternate',
    'secretary',
  ),
});

const bar = fc.record({
  ...{ after, does: fc.constant('bar' as const), who: voter },
  bar: fc.constantFrom<Bar>('sponsor', 'manager', 'interest'),
});
const vote = fc.record({
  ...{ after, does: fc.constant('vote' as const), who: voter },
  answer: fc.constantFrom<Answer>('for', 'for', 'against', 'against', 'abstain'),
});

/** A first ballot: somebody may be barred before it opens, and each says something at once or nothing yet. */
export const anyBallot: fc.Arbitrary<readonly Step[]> = fc
  .tuple(fc.array(bar, { maxLength: 2 }), fc.array(vote, { maxLength: 6 }))
  .map(([bars, votes]) => [...bars, { after: 0, does: 'open', who: 'sue', runs: 30 }, ...votes]);

/** How the body starts: everybody but the chair may be missing, and a term may be short. */
export const anyStart: fc.Arbitrary<readonly Step[]> = fc
  .record({
    ...{
      chair: lasting,
      deputy: fc.option(lasting, { freq: 2 }),
      members: fc.subarray(['bob', 'cat', 'eve'], { minLength: 1 }),
    },
    alternate: fc.option(fc.tuple(fc.constantFrom('ann', 'bob', 'cat'), lasting), { freq: 3 }),
  })
  .map(({ chair, deputy, members, alternate }) => {
    const first = { after: 0, does: 'seat', starts: 0, sitsFor: '', lasts: null } as const;
    return [
      { ...first, who: 'ann', office: 'chair', lasts: chair },
      { ...first, who: 'sue', office: 'secretary' },
      ...(deputy === null ? [] : [{ ...first, who: 'dan', office: 'deputy', lasts: deputy } as const]),
      ...members.map((who) => ({ ...first, who, office: 'member' }) as const),
      ...(alternate
        ? [{ ...first, who: 'fay', office: 'alternate', sitsFor: alternate[0], lasts: alternate[1] } as const]
        : []),
    ];
  });

/** What happens next: votes mostly. Who closes is the clock as often as a person. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  often(seat, 2),
  often(fc.record({ after, does: fc.constant('unseat' as const), who: person }), 1),
  often(fc.record({ after, does: fc.constant('rules' as const), house: anyHouse }), 1),
  often(bar, 2),
  often(fc.record({ after, does: fc.constant('unbar' as const), who: voter }), 1),
  often(
    fc.record({
      ...{ after, does: fc.constant('open' as const), who: fc.constantFrom('sue', 'ann', 'dan', 'bob') },
      runs: fc.option(fc.integer({ min: 0, max: 15 }), { freq: 2 }),
    }),
    8,
  ),
  often(vote, 16),
  often(
    fc.record({
      ...{ after, does: fc.constant('close' as const) },
      who: fc.constantFrom(null, null, 'sue', 'ann', 'dan', 'bob'),
    }),
    6,
  ),
);
