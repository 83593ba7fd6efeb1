import { asOfView } from './reading';
import type { Cut } from '@docket/kernel';
import { Problem } from '../problems/problem';

/** Longest page of a list. */
export const MAX_LIMIT = 1_000;

/** Where the next page goes on: in the same cut, so that pages fit together, after so many rows. */
type Cursor = Readonly<{ token: string; offset: number }>;

const encode = (cursor: Cursor): string => Buffer.from(JSON.stringify([cursor.token, cursor.offset])).toString('base64url');

/** A cursor as it was given out. @throws Problem */
export const decodeCursor = (text: string): Cursor => {
  try {
    const [token, offset] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as [unknown, unknown];
    if (typeof token === 'string' && Number.isSafeInteger(offset) && (offset as number) >= 0)
      return { token, offset: offset as number };
  } catch {
    // falls through to the problem: what does not decode was not given out by us
  }
  throw new Problem('cursor-malformed', 'The cursor is not one that a page gave out. Start again without it.');
};

/** One page of a list that was read whole in one cut, and the cursor of the next. */
export const pageOf = <T>(
  all: readonly T[],
  cut: Cut,
  { cursor, limit }: Readonly<{ cursor?: string; limit: number }>,
): Readonly<{ rows: readonly T[]; next: string | null }> => {
  const offset = cursor === undefined ? 0 : decodeCursor(cursor).offset;
  const rows = all.slice(offset, offset + limit);
  const more = offset + rows.length < all.length;
  return { rows, next: more ? encode({ token: asOfView(cut).token, offset: offset + rows.length }) : null };
};
