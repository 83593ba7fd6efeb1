import { sha256, type Cut } from '@docket/kernel';
import { Problem } from '../problems/problem';
import { asOfView } from './reading';

/** Where the next page goes on: in the same cut, so that pages fit together, after so many rows of the same question. */
export type Cursor = Readonly<{ token: string; offset: number; asked: string | undefined }>;

const CHECK = 12;

const checkOf = (list: string, payload: string): string =>
  sha256(JSON.stringify([list, payload])).slice(0, CHECK);

/** `list` says which list in which choice of rows; `asked` is the `asOf` the first page was asked with. */
const encode = (list: string, { token, offset, asked }: Cursor): string => {
  const payload = JSON.stringify([token, offset, asked ?? null]);
  return Buffer.from(checkOf(list, payload) + payload).toString('base64url');
};

const decode = (list: string, text: string): Cursor | undefined => {
  const whole = Buffer.from(text, 'base64url').toString('utf8');
  const payload = whole.slice(CHECK);
  if (checkOf(list, payload) !== whole.slice(0, CHECK)) return undefined;
  return cursorIn(payload);
};

/** What a payload holds, if it has the shape of one of ours: the check alone is no secret. */
const cursorIn = (payload: string): Cursor | undefined => {
  try {
    const parts: unknown = JSON.parse(payload);
    if (!Array.isArray(parts) || parts.length !== 3) return undefined;
    const [token, offset, asked] = parts as readonly unknown[];
    if (
      typeof token !== 'string' ||
      typeof offset !== 'number' ||
      !Number.isSafeInteger(offset) ||
      offset < 0
    )
      return undefined;
    if (asked !== null && typeof asked !== 'string') return undefined;
    return { token, offset, asked: asked ?? undefined };
  } catch {
    return undefined;
  }
};

/** A cursor as this list gave it out; it carries the moment it was asked for. @throws Problem `cursor-malformed` */
export const decodeCursor = (list: string, text: string, asOf: string | undefined): Cursor => {
  const cursor = decode(list, text);
  if (!cursor)
    throw new Problem(
      'cursor-malformed',
      'The cursor is not one that a page of this list gave out. Start again without it.',
    );
  if (asOf !== undefined && asOf !== cursor.asked)
    throw new Problem(
      'cursor-malformed',
      'The cursor goes on with the page it came from: leave asOf out, or as it was there.',
    );
  return cursor;
};

type Paging = Readonly<{ list: string; offset: number; limit: number; asked: string | undefined }>;

/** One page of a list that was read whole in one cut, and the cursor of the next. */
export const pageOf = <T>(
  all: readonly T[],
  cut: Cut,
  { list, offset, limit, asked }: Paging,
): Readonly<{ rows: readonly T[]; next: string | null }> => {
  const rows = all.slice(offset, offset + limit);
  const reached = offset + rows.length;
  return {
    rows,
    next: reached < all.length ? encode(list, { token: asOfView(cut).token, offset: reached, asked }) : null,
  };
};
