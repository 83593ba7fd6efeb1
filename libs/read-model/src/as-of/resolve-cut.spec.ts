import type { Cut, ReadModel, ReadModels } from '@docket/kernel';
import fc from 'fast-check';
import { resolveCut, tokenOf } from '..';
import { hour, line, START_OF_LOG, type ReadModelPlace } from '../contract/samples';
import { sqlitePlace } from '../testing/places';

const LOG = '6f1c3a52-0000-4000-8000-000000000001';
const NOW = '2026-01-02T12:00:00.000Z';
const north = { id: 'north', timeZone: 'Europe/London' };

/** Events 1 to 3 were imported into north, 4 happened elsewhere, 5 live in north; recorded hour after hour on 1 January 2026. */
const LINES = [
  line(1, { portfolio: 'north' }),
  line(2, { portfolio: 'north', timelineAt: '2019-12-31T23:59:59.999Z' }),
  line(3, { portfolio: 'north', timelineAt: '2020-06-30T22:59:59.999Z' }),
  line(4, { portfolio: 'south', timelineAt: hour(4) }),
  line(5, { portfolio: 'north', timelineAt: hour(5) }),
];

describe('a moment that is asked for', () => {
  let place: ReadModelPlace;
  let models: ReadModels;
  let readModel: ReadModel;

  beforeAll(async () => {
    place = await sqlitePlace();
    models = await place.open({ definition: 'd1', tables: [] });
    readModel = await models.live();
    await readModel.commit({ after: START_OF_LOG, numbers: LINES, rows: [] });
  });
  afterAll(async () => {
    await models.close();
    await place.remove();
  });

  const ask = (asOf?: string, portfolio?: typeof north) =>
    resolveCut(readModel, {
      log: LOG,
      now: NOW,
      ...(asOf === undefined ? {} : { asOf }),
      ...(portfolio ? { portfolio } : {}),
    });
  const cut = (number: number, recordedNumber: number, at: string): Cut => ({
    number,
    recordedNumber,
    at,
    log: LOG,
    definition: 'd1',
  });
  const refused = (code: string) => ({ outcome: 'refused', refusal: { code, message: expect.any(String) } });

  it('is now when nothing is asked', async () => {
    expect(await ask()).toEqual(cut(5, 5, NOW));
  });

  it.each([
    ['imported history stands at the day it was known', '2', cut(2, 2, '2019-12-31T23:59:59.999Z')],
    ['history without a date stands where it was recorded', '1', cut(1, 1, hour(1))],
    ['an event of another portfolio stands where it was recorded', '4', cut(4, 4, hour(4))],
  ])('is an event number: %s', async (_, asOf, expected) => {
    expect(await ask(asOf, north)).toEqual(expected);
  });

  it.each([
    ['before all history', '2019-12-30', cut(0, 0, '2019-12-30T23:59:59.999Z')],
    ['the last day of a year', '2019-12-31', cut(2, 0, '2019-12-31T23:59:59.999Z')],
    [
      'a summer day, which ends an hour before the day in UTC',
      '2020-06-30',
      cut(3, 0, '2020-06-30T22:59:59.999Z'),
    ],
    ['a day on which things were recorded', '2026-01-01', cut(5, 5, '2026-01-01T23:59:59.999Z')],
    ['today, which has not ended', '2026-01-02', cut(5, 5, NOW)],
    ['an instant', hour(4), cut(3, 4, hour(4))],
  ])(
    'is found on the timeline of the portfolio and by recording for all else: %s',
    async (_, asOf, expected) => {
      expect(await ask(asOf, north)).toEqual(expected);
    },
  );

  it('goes by recording, of what is in the log by now, where no portfolio is asked for', async () => {
    expect(await ask('2020-06-30')).toEqual(cut(5, 0, '2020-06-30T23:59:59.999Z'));
    expect(await ask(hour(4))).toEqual(cut(5, 4, hour(4)));
  });

  it.each([
    ['as-of-in-the-future', '2026-01-03'],
    ['as-of-in-the-future', '2026-01-02T12:00:00.001Z'],
    ['as-of-beyond-the-end', '6'],
    ['as-of-beyond-the-end', tokenOf(cut(6, 6, NOW))],
    ['as-of-of-another-log', tokenOf({ ...cut(5, 5, NOW), log: '6f1c3a52-0000-4000-8000-000000000002' })],
    ['as-of-malformed', '0'],
    ['as-of-malformed', ''],
    ['as-of-malformed', 'yesterday'],
    ['as-of-malformed', '-1'],
    ['as-of-malformed', '1.5'],
    ['as-of-malformed', '2019-02-29'],
    ['as-of-malformed', '2019-12-31T12:00'],
    ['as-of-malformed', '9'.repeat(400)],
    ['as-of-malformed', `${tokenOf(cut(5, 5, NOW)).slice(0, -4)}`],
    ['as-of-malformed', tokenOf({ ...cut(5, 5, NOW), number: -1 })],
    ['as-of-malformed', tokenOf({ ...cut(5, 5, NOW), recordedNumber: 4.5 })],
    ['as-of-malformed', tokenOf({ ...cut(5, 5, NOW), at: 'tomorrow' })],
    ['as-of-malformed', tokenOf({ ...cut(5, 5, NOW), log: 5 as unknown as string })],
  ])('is refused as %s: %s', async (code, asOf) => {
    expect(await ask(asOf, north)).toEqual(refused(code));
  });

  it('says what a token of another log stood for, since it cannot be answered', async () => {
    const other = tokenOf({ ...cut(4, 5, hour(4)), log: '6f1c3a52-0000-4000-8000-000000000002' });
    expect(await ask(other, north)).toMatchObject({
      refusal: {
        message: expect.stringContaining(`It stood for event 4 at ${hour(4)}: ask by date or by number`),
      },
    });
  });

  it('is a token, also one that was printed by a clock ahead of this one', async () => {
    const ahead = cut(5, 5, '2026-01-02T12:00:00.001Z');
    expect(await ask(tokenOf(ahead), north)).toEqual(ahead);
  });

  it('is answered only once all that is recorded by it can be read; now, a number and a token need no wait', async () => {
    const asked: string[] = [];
    const resolve = (asOf?: string) =>
      resolveCut(readModel, {
        log: LOG,
        now: NOW,
        portfolio: north,
        settled: async (at) => void asked.push(at),
        ...(asOf === undefined ? {} : { asOf }),
      });
    for (const asOf of [undefined, '5', '2026-01-02', tokenOf(cut(5, 5, NOW))]) await resolve(asOf);
    expect(asked).toEqual([]);
    for (const asOf of ['2025-12-31', '2026-01-02T11:59:59.999Z']) await resolve(asOf);
    expect(asked).toEqual(['2025-12-31T23:59:59.999Z', '2026-01-02T11:59:59.999Z']);
  });

  it('comes back from its token exactly, whatever was asked and whoever asks again', async () => {
    const asked = fc.oneof(
      fc.constant(undefined),
      fc.integer({ min: 1, max: 5 }).map(String),
      fc
        .date({ min: new Date('2019-01-01'), max: new Date(NOW), noInvalidDate: true })
        .map((date) => date.toISOString()),
      fc
        .date({ min: new Date('2019-01-01'), max: new Date(NOW), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
    );
    await fc.assert(
      fc.asyncProperty(asked, fc.boolean(), fc.boolean(), async (asOf, isNorth, isNorthAgain) => {
        const first = await ask(asOf, isNorth ? north : undefined);
        if ('outcome' in first) throw new Error(first.refusal.message);
        expect(await ask(tokenOf(first), isNorthAgain ? north : undefined)).toEqual(first);
      }),
    );
  });

  it('is never another one for a token with a letter changed', async () => {
    const original = cut(5, 5, NOW);
    const token = tokenOf(original);
    const letters = fc.constantFrom('A', 'z', '0', '_');
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: token.length - 1 }), letters, async (index, letter) => {
        const answer = await ask(token.slice(0, index) + letter + token.slice(index + 1));
        expect('outcome' in answer ? original : answer).toEqual(original);
      }),
    );
  });
});
