import { StreamEnds } from './stream-ends';

const stream = 'docket-project-6f0c2a52-9f0e-8b1d-9c3a-2f5d1c7e4b10';

describe('where streams end', () => {
  let ends: StreamEnds;
  beforeEach(() => {
    ends = new StreamEnds();
    ends.note(stream, 4);
  });

  const known = (...revisions: number[]) => revisions.filter((revision) => ends.areBefore(stream, revision));

  it('is known just behind the last event, and nowhere else', () => expect(known(0, 4, 5, 6)).toEqual([5]));

  it('is not known of a stream nothing was read of, nor that it does not exist', () => {
    ends.forget(stream);
    expect(known(0, 4, 5, 6)).toEqual([]);
  });

  it('moves on with what is written, and not back when an earlier end is told late', () => {
    ends.note(stream, 6);
    ends.note(stream, 5);
    expect(known(5, 6, 7, 8)).toEqual([7]);
  });

  it('is forgotten of all streams before there are too many', () => {
    for (let other = 0; other < 9_999; other++) ends.note(`${stream}${other}`, 0);
    expect(known(5)).toEqual([5]);
    ends.note('one more', 0);
    expect(known(5)).toEqual([]);
  });
});
