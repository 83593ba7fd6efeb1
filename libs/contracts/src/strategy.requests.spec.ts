import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import {
  AddNodeRequest,
  ContributionRequest,
  ObjectiveRequest,
  ReviseObjectiveRequest,
  WeighObjectivesRequest,
} from './strategy.requests';

const id = '6f0c2a52-9f0e-8b1d-9c3a-2f5d1c7e4b10';

/** The fields that are wrong, as deep as they go. */
const wrongIn = (shape: new () => object, given: object): readonly string[] => {
  type Found = ReturnType<typeof validateSync>[number];
  const names = ({ property, children = [] }: Found): readonly string[] =>
    children.length > 0 ? children.flatMap(names).map((name) => `${property}.${name}`) : [property];
  return validateSync(plainToInstance(shape, given), { whitelist: true, forbidNonWhitelisted: true }).flatMap(
    names,
  );
};

describe('the request of a contribution', () => {
  const given = { objectiveId: id, level: 3, reason: 'So.' };
  it.each([0, 3, 4, 5, 100])(
    'takes a whole number as its level; whether there is such a level its rule says: %d',
    (level) => expect(wrongIn(ContributionRequest, { ...given, level })).toEqual([]),
  );
  it.each([-1, 0.5, 101, 2 ** 53, '3', null, true, undefined, [3]])('takes no other level: %p', (level) =>
    expect(wrongIn(ContributionRequest, { ...given, level })).toEqual(['level']),
  );
});

describe('the request of a node', () => {
  const given = { kind: 'programme', name: 'Bridges', parentId: id };
  it('may leave the lead out, but not its place', () => {
    expect(wrongIn(AddNodeRequest, given)).toEqual([]);
    expect(wrongIn(AddNodeRequest, { ...given, lead: 'p-sam' })).toEqual([]);
    expect(wrongIn(AddNodeRequest, { ...given, parentId: undefined })).toEqual(['parentId']);
  });
  it.each(['Sam Whitlock', '', null, 'p-nobody'])('takes nobody there is not as its lead: %p', (lead) =>
    expect(wrongIn(AddNodeRequest, { ...given, lead })).toEqual(['lead']),
  );
});

describe('the request of an objective', () => {
  const given = {
    name: 'No lorry turns back',
    description: 'So.',
    measure: { name: 'Bridges', unit: 'bridges', direction: 'falls' },
    baseline: { value: '40', day: '2025-12-31' },
    target: { value: '10', day: '2030-12-31' },
  };
  it('takes a measure with a direction, and dated values', () =>
    expect(wrongIn(ObjectiveRequest, given)).toEqual([]));
  it('says why, where it is revised; whether it must its rule says', () => {
    expect(wrongIn(ReviseObjectiveRequest, given)).toEqual([]);
    expect(wrongIn(ReviseObjectiveRequest, { ...given, reason: 'Surveyed anew.' })).toEqual([]);
    expect(wrongIn(ReviseObjectiveRequest, { ...given, reason: ' ' })).toEqual(['reason']);
    expect(wrongIn(ObjectiveRequest, { ...given, reason: 'So.' })).toEqual(['reason']);
  });
  it('names what is wrong where it is', () =>
    expect(
      wrongIn(ObjectiveRequest, {
        ...given,
        measure: { ...given.measure, direction: 'up' },
        baseline: { value: '4e1', day: '2025-12-31' },
        target: { value: '10', day: '2030-02-30' },
      }),
    ).toEqual(['measure.direction', 'baseline.value', 'target.day']));
});

describe('the request of weights', () => {
  it.each([
    [[], ['weights']],
    [undefined, ['weights']],
    [[null], ['weights.0']],
  ])('takes no list without objectives: %p', (weights, wrong) =>
    expect(wrongIn(WeighObjectivesRequest, { weights })).toEqual(wrong),
  );
  it('takes decimals as text', () => {
    const of = (weight: unknown) =>
      wrongIn(WeighObjectivesRequest, { weights: [{ objectiveId: id, weight }] });
    expect([of('0.5'), of(0.5), of('half')]).toEqual([[], ['weights.0.weight'], ['weights.0.weight']]);
  });
});
