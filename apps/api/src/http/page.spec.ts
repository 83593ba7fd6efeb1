import { sha256, type Cut } from '@docket/kernel';
import { Problem } from '../problems/problem';
import { decodeCursor, pageOf } from './page';

const LIST = '/api/v1/portfolios/p/ranking';
const cut: Cut = {
  number: 7,
  recordedNumber: 9,
  at: '2026-03-02T09:00:00.000Z',
  log: '6f1c3a52-0000-4000-8000-000000000001',
  definition: 'd1',
};
const letters = ['a', 'b', 'c', 'd', 'e'];

const page = (offset: number, limit = 2, asked?: string) =>
  pageOf(letters, cut, { list: LIST, offset, asked, limit });

/** A cursor with a right check, which is no secret, around any payload. */
const forged = (payload: string): string =>
  Buffer.from(sha256(JSON.stringify([LIST, payload])).slice(0, 12) + payload).toString('base64url');

const refusal = (text: string, asOf?: string): unknown => {
  try {
    return decodeCursor(LIST, text, asOf);
  } catch (error) {
    return error instanceof Problem ? error.code : error;
  }
};

describe('a list in pages', () => {
  it('goes on where the page ended, until nothing is left', () => {
    const first = page(0);
    expect(first.rows).toEqual(['a', 'b']);
    const { offset } = decodeCursor(LIST, first.next ?? '', undefined);
    const second = page(offset);
    expect(second.rows).toEqual(['c', 'd']);
    const third = page(decodeCursor(LIST, second.next ?? '', undefined).offset);
    expect(third).toEqual({ rows: ['e'], next: null });
  });

  it('stays in the cut of its first page, asked for with the same asOf or none', () => {
    const cursor = page(0, 2, '2019-12-31').next ?? '';
    const decoded = { offset: 2, asked: '2019-12-31', token: expect.stringMatching(/^t/) };
    expect(decodeCursor(LIST, cursor, undefined)).toEqual(decoded);
    expect(decodeCursor(LIST, cursor, '2019-12-31')).toEqual(decoded);
    expect(refusal(cursor, '2020-12-31')).toBe('cursor-malformed');
  });

  it('takes no cursor of another list', () =>
    expect(() => decodeCursor('/api/v1/other', page(0).next ?? '', undefined)).toThrow(Problem));

  it.each([
    '',
    'not one of ours',
    forged('no JSON'),
    forged('{}'),
    forged('null'),
    forged('[]'),
    forged('["t",1]'),
    forged('["t",1,null,0]'),
    forged('[1,1,null]'),
    forged('["t","1",null]'),
    forged('["t",-1,null]'),
    forged('["t",1.5,null]'),
    forged('["t",1e400,null]'),
    forged('["t",1,7]'),
  ])('refuses what has not the shape of a cursor: %s', (text) =>
    expect(refusal(text)).toBe('cursor-malformed'),
  );
});
