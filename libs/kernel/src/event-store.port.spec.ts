import fc from 'fast-check';
import { comparePositions, isPosition, RevisionConflict, streamName } from './event-store.port';

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

it('A conflict of revisions says what was expected and found', () =>
  expect(new RevisionConflict('s', 'no-stream', 4).message).toBe('s: expected revision no-stream, found 4'));
