import type { EventStore } from '@docket/kernel';

/** A log whose process dies at its n-th append: before or after the write, and nothing answers from then on. */
export const dyingAt = (store: EventStore, n: number, when: 'before' | 'after'): EventStore => {
  let appends = 0;
  let dead = false;
  const alive = () => {
    if (dead) throw new Error('killed');
  };
  return {
    installation: store.installation,
    logId: () => store.logId(),
    head: () => store.head(),
    subscribe: (options) => store.subscribe(options),
    close: () => store.close(),
    read: async (stream, options) => {
      alive();
      return store.read(stream, options);
    },
    append: async (stream, events, expected) => {
      alive();
      appends++;
      if (appends < n) return store.append(stream, events, expected);
      dead = true;
      if (when === 'after') await store.append(stream, events, expected);
      return alive() as never;
    },
  };
};
