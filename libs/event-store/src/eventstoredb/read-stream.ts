import { StoreUnavailable, type StoredEvent } from '@docket/kernel';
import type { Patience } from './patience';
import type { Reading } from './reading';
import { toStoredEvent } from './stored-event';
import type { Truncations } from './truncation';

const PAGE = 1_000;

/** Refuses a page that does not begin and go on where it should. */
const checkWhole = async (
  truncations: Truncations,
  stream: string,
  from: number,
  page: readonly StoredEvent[],
  patience: Patience,
) => {
  const gap = page.findIndex(({ revision }, index) => revision !== from + index);
  if (gap < 0) return;
  await truncations.refuse(stream, patience);
  throw new StoreUnavailable(
    `Stream ${stream} has no revision ${from + gap}, but later ones: events were removed from EventStoreDB. ` +
      'Restore the database from a backup.',
  );
};

/**
 * A stream's events from a revision on. A stream that seems empty from its start is looked at again: it may be hidden.
 * Patience is renewed with each full page.
 * @throws StoreUnavailable
 */
export const readStream = async (
  { reading, truncations }: Readonly<{ reading: Reading; truncations: Truncations }>,
  stream: string,
  { from, limit }: Readonly<{ from: number; limit: number }>,
  patience: Patience,
): Promise<readonly StoredEvent[]> => {
  const events: StoredEvent[] = [];
  while (events.length < limit) {
    const next = from + events.length;
    const found = await reading.stream(stream, next, Math.min(PAGE, limit - events.length), patience);
    if (found === undefined || (found.length === 0 && next === 0)) await truncations.refuse(stream, patience);
    const page = (found ?? []).map(toStoredEvent);
    await checkWhole(truncations, stream, next, page, patience);
    events.push(...page);
    if (page.length < PAGE) break;
    patience.renew();
  }
  return events;
};
