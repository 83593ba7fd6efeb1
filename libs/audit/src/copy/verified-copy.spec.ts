import type { StoredEvent } from '@docket/kernel';
import { MemoryEventStore } from '@docket/kernel/testing';
import {
  altered,
  but,
  changed,
  copy,
  everythingIn,
  listed,
  outrun,
  refusal,
  textOf,
  votes,
} from './copied-log.scenes';

describe('a copy is refused', () => {
  it('that the target did not keep as it was written: it is told not to use it', async () => {
    const [from, to] = [await votes(4), new MemoryEventStore()];
    const losing = but(
      changed(to, (event, number) => (number === 2 ? altered(event) : event)),
      {
        append: (stream, events, expected) => to.append(stream, events, expected),
      },
    );
    const [, second] = await everythingIn(from);
    expect(await copy({ from, to: losing })).toEqual(
      refusal('copy-target-altered', `its event 2, VoteCast.v1 (${second?.id}, `),
    );
  });

  it.each([
    ['other facts', '"for"', '"not"', 'has other facts than in the source. Do not use it'],
    ['other words', '2 xxx', '2 xyx', 'has not the words that were copied. Do not use it'],
  ])('that the target kept with %s: it is told what helps', async (_, from, to, said) => {
    const [source, target] = [await votes(4), new MemoryEventStore()];
    const losing = changed(target, (event, number) =>
      number === 2 ? { ...event, bytes: Buffer.from(textOf(event).replace(from, to)) } : event,
    );
    expect(await copy({ from: source, to: losing })).toEqual(refusal('copy-target-altered', said));
  });

  it('that lost its end while it was verified', async () => {
    const [from, to] = [await votes(4), new MemoryEventStore()];
    const cut = but(to, {
      async *subscribe(given) {
        let left = 3;
        for await (const message of to.subscribe(given))
          if (message.kind !== 'event' || left-- > 0) yield message;
      },
    });
    expect(await copy({ from, to: cut })).toEqual(
      refusal('copy-target-altered', 'it ends behind event 3, and the source has 4.'),
    );
  });

  it('that the target kept in another order', async () => {
    const [from, to] = [await votes(4), new MemoryEventStore()];
    const write = async (
      runs: readonly { stream: string; events: readonly StoredEvent[]; expected: 'no-stream' | number }[],
    ) => {
      for (const { stream, events, expected } of runs.toReversed()) await to.append(stream, events, expected);
    };
    expect(await copy({ from, to, write })).toEqual(
      refusal('copy-target-altered', 'stands where the source has VoteCast.v1'),
    );
  });
});

describe('words that are there although they were to go', () => {
  it('end the redacted copy: the event is named, and what helps', async () => {
    const [from, to] = [await votes(4), new MemoryEventStore()];
    const [, second] = await everythingIn(from);
    const place = `${second?.id}, ${second?.stream} revision ${second?.revision}`;
    expect(await copy({ from, to: await outrun(from, to), redactions: listed(2) })).toEqual({
      outcome: 'refused',
      refusal: {
        code: 'copy-target-altered',
        message: expect.stringMatching(
          new RegExp(
            `its event 2, VoteCast.v1 \\(${place}\\), still has its words.*copy again into an empty`,
          ),
        ),
      },
    });
  });

  it('end the plain copy, too, whose words a redacted one left out', async () => {
    const [from, to] = [await votes(4), new MemoryEventStore()];
    const racing = but(to, {
      append: async (stream, events, expected) => {
        await copy({ from, to, redactions: listed(2) });
        return to.append(stream, events, expected);
      },
    });
    expect(await copy({ from, to: racing })).toMatchObject({
      refusal: {
        code: 'copy-target-altered',
        message: expect.stringContaining('has not the words that were copied'),
      },
    });
  });
});
