import fc from 'fast-check';
import {
  categoryOf,
  comparePositions,
  isInstallation,
  isPosition,
  RevisionConflict,
  streamName,
} from './event-store.port';

describe('A position', () => {
  it.each([
    ['1', '2', -1],
    ['9', '10', -1],
    ['10', '10', 0],
    ['18446744073709551615', '18446744073709551614', 1],
    ['5/3', '5/4', -1],
    ['5/4', '5/3', 1],
    ['6/0', '5/9', 1],
    ['5', '5/5', 0],
    ['007', '7', 0],
  ])('%s against %s is %i', (a, b, order) => expect(comparePositions(a, b)).toBe(order));

  it('stands in one order with all others', () => {
    const position = fc
      .tuple(fc.nat(20), fc.option(fc.nat(20)))
      .map(([c, p]) => (p === null ? `${c}` : `${c}/${p}`));
    fc.assert(
      fc.property(position, position, position, (a, b, c) => {
        expect(comparePositions(a, b) + comparePositions(b, a)).toBe(0);
        const [first, , last] = [a, b, c].sort(comparePositions);
        expect(comparePositions(first!, last!)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it.each([
    ['0', true],
    ['12/34', true],
    ['18446744073709551615/18446744073709551615', true],
    ['', false],
    ['-1', false],
    ['1/', false],
    ['1/2/3', false],
    ['1\n', false],
    ['1e3', false],
    ['1'.repeat(21), false],
  ])('%j can be one: %p', (text, can) => expect(isPosition(text)).toBe(can));
});

it('A stream is named by installation, category and id', () =>
  expect(streamName('docket', 'motion', 'id-1')).toBe('docket-motion-id-1'));

describe('An installation', () => {
  it.each([
    ['docket', true],
    ['t1', true],
    ['a'.repeat(31), true],
    ['a'.repeat(32), false],
    ['', false],
    ['1st', false],
    ['Docket', false],
    ['docket-two', false],
    ['docket\n', false],
  ])('can be named %j: %p', (name, can) => expect(isInstallation(name)).toBe(can));
});

describe('The category of a stream', () => {
  const id = '5b1f8a52-64a1-8e0c-9d42-2f7c1be0a913';
  it.each(['motion', 'scoring-model', 'a', `m${'-2'.repeat(19)}x`])('is found in its name: %s', (category) =>
    expect(categoryOf(streamName('docket', category, id))).toBe(category),
  );

  it.each([
    ['docket-motion', 'without an id'],
    [`docket-${id}`, 'without a category'],
    [`motion-${id}x`, 'with more behind its id'],
    [`docket-motion-${id.toUpperCase()}`, 'with an id in capitals'],
    ['docket-motion-00000000-0000-0000-0000-000000000000', 'with an id that is no UUID'],
    [`Docket-motion-${id}`, 'of no installation'],
    [`${'a'.repeat(32)}-motion-${id}`, 'of an installation with too long a name'],
    [`docket-Motion-${id}`, 'of a category in capitals'],
    [`docket-${'m'.repeat(41)}-${id}`, 'of a category with too long a name'],
    [`docket-motion${id}`, 'that runs into its id'],
    ['$ce-motion', 'of the server itself'],
  ])('is none in %s, %s', (stream) => expect(categoryOf(stream)).toBeUndefined());
});

it('A conflict of revisions says what was expected and found', () =>
  expect(new RevisionConflict('s', 'no-stream', 4).message).toBe('s: expected revision no-stream, found 4'));
