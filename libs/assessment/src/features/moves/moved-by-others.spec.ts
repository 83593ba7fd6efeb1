import { movedByOthers } from './moved-by-others';
import type { MoveRow } from './moves.view';

const row = (
  name: string,
  over: Partial<MoveRow> & Readonly<{ events?: readonly number[] }> = {},
): MoveRow => {
  const { events = [], ...rest } = over;
  return {
    ...{ id: name, name, kind: 'moved', score: '0', places: 1, placesByOthers: 1 },
    ...{ then: { rank: 3, score: '2' }, now: { rank: 2, score: '2' } },
    // of a part the sentence names the number alone
    parts: events.map((number) => ({ number })) as unknown as MoveRow['parts'],
    ...rest,
  };
};
const fell = row('Tunnel', { places: -58, events: [3_350] });

describe('those that only events of others moved', () => {
  it('are told in one sentence, with whose events moved them', () => {
    const left = row('Crossing', { kind: 'left', places: 0, events: [7, 9] });
    expect(movedByOthers([fell, left, row('Bridge'), row('Ferry', { places: -2 })])).toEqual({
      components: 2,
      mostPlaces: 2,
      sentence:
        '2 moved by events of others alone, by at most 2 places: because Tunnel moved 58 places down (event 3,350) and Crossing left the ranking (events 7, 9).',
    });
  });

  it.each([
    [{ kind: 'entered' }, 'Tunnel came into the ranking (event 3,350)'],
    [{ kind: 'became-ranked' }, 'Tunnel got rank 2 (event 3,350)'],
    [{ kind: 'became-unranked' }, 'Tunnel lost its rank (event 3,350)'],
    [{ kind: 'unchanged' }, 'Tunnel moved and came back (event 3,350)'],
    [{ places: 0 }, 'Tunnel moved among them (event 3,350)'],
    [{ events: [1, 2, 3, 4] }, 'Tunnel moved 58 places down (4 events, the last 4)'],
  ] as const)('because of what became of another: %j', (over, said) =>
    expect(
      movedByOthers([row('Tunnel', { places: -58, events: [3_350], ...over }), row('Bridge')]).sentence,
    ).toBe(`1 moved by events of others alone, by 1 place: because ${said}.`),
  );

  it('names three of the causes and counts the rest', () => {
    const causes = ['A', 'B', 'C', 'D', 'E'].map((name) => row(name, { events: [1] }));
    expect(movedByOthers([...causes, row('Bridge')]).sentence).toMatch(
      /C moved 1 place up \(event 1\) and 2 more of those listed\.$/,
    );
  });

  it('are none where each moved by its own, or stayed in its place', () =>
    expect(movedByOthers([fell, row('Bridge', { places: 0 })])).toEqual({
      ...{ components: 0, mostPlaces: 0, sentence: 'Nothing moved by events of others alone.' },
    }));
});
