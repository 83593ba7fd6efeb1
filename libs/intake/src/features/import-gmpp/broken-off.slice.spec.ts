import { StoreUnavailable } from '@docket/kernel';
import { ImportsUnderWay, portfolioIdOf } from '@docket/portfolio';
import type { CommandBus } from '@nestjs/cqrs';
import { LISTS, openImportSlice, type ImportSlice } from '../../testing/import-slice';
import { listOf } from '../../testing/lists';
import { knownFromLog } from './known-from-log';

/** A bus that is cut off after so many commands. */
const cutOffAfter = (commands: number, bus: CommandBus): CommandBus => {
  let left = commands;
  return new Proxy(bus, {
    get: (target, name) =>
      name === 'execute'
        ? (command: Parameters<CommandBus['execute']>[0]) =>
            left-- > 0 ? target.execute(command) : Promise.reject(new StoreUnavailable('cut off'))
        : Reflect.get(target, name),
  });
};

/** Who imports elsewhere is not known here. */
const ofAnotherProcess = new ImportsUnderWay();

describe('an import that others get in the way of', () => {
  let opened: ImportSlice;
  beforeEach(async () => {
    opened = await openImportSlice();
  });
  afterEach(() => opened.slice.close());

  it.each(['ReachHistoryCommand', 'ReportStatusCommand', 'NoteDepartureCommand'])(
    'an import stops when the portfolio goes live elsewhere before its %s, and says what is recorded',
    async (before) => {
      const bus = new Proxy(opened.slice.commands, {
        get: (target, name) =>
          name === 'execute'
            ? async (command: Parameters<CommandBus['execute']>[0]) => {
                if (command.constructor.name === before && JSON.stringify(command).includes('2016-'))
                  await opened.goLive();
                return target.execute(command);
              }
            : Reflect.get(target, name),
      });
      const recorded = before === 'NoteDepartureCommand' ? 5 : 4;
      expect(await opened.run([listOf(LISTS)], bus, undefined, ofAnotherProcess)).toEqual({
        outcome: 'refused',
        refusal: {
          code: 'import-stopped',
          message: expect.stringMatching(
            `^The import stopped in the list of 2016: .*settled.* ${recorded} rows of this import are recorded`,
          ),
        },
      });
    },
  );

  it('an import cut off after any command goes on where it was, to the same end', async () => {
    const ends = [];
    for (let commands = 1; commands <= 20; commands++) {
      const name = `P${commands}`;
      const first = await opened
        .run([listOf(LISTS)], cutOffAfter(commands, opened.slice.commands), name)
        .catch((error: unknown) => error);
      const second = await opened.run([listOf(LISTS)], opened.slice.commands, name);
      const portfolioId = portfolioIdOf(name);
      const years = [
        await opened.standing(2014, portfolioId),
        await opened.standing(2015, portfolioId),
        await opened.standing(2016, portfolioId),
      ];
      const known = await knownFromLog(opened.slice).read(portfolioId);
      ends.push({
        cut: first instanceof StoreUnavailable,
        rows: 'rows' in second && second.rows,
        years,
        model: known?.hasPublishedModel,
      });
    }
    const years = [['Alpha, DFT', 'Beta, DFT'], ['Beta, DFT', 'Beta, MOD'], ['Alpha, DFT']];
    expect(ends.map(({ cut }) => cut)).toContain(false);
    for (const end of ends) expect(end).toEqual({ cut: end.cut, rows: 5, years, model: true });
  });

  const whole = { rows: 5, recorded: 5, unchanged: 0, doubtful: [] };

  it('a second import into the same portfolio is turned away until the first is done', async () => {
    const results = await Promise.all([opened.run([listOf(LISTS)]), opened.run([listOf(LISTS)])]);
    expect(results).toEqual([
      whole,
      {
        outcome: 'refused',
        refusal: {
          code: 'import-under-way',
          message: 'History is being imported into "GMPP" already. Send this import again when that is done.',
        },
      },
    ]);
    expect(await opened.run([listOf(LISTS)])).toEqual({ ...whole, recorded: 0, unchanged: 5 });
  });

  it('imports into two portfolios go side by side', async () => {
    const results = await Promise.all(
      ['One', 'Two'].map((name) => opened.run([listOf(LISTS)], opened.slice.commands, name)),
    );
    expect(results).toEqual([whole, whole]);
  });

  it('the next one begins after one that was refused or cut off', async () => {
    await opened.run([listOf([{ year: 2099, name: 'Alpha' }])]);
    await opened.run([listOf(LISTS)], cutOffAfter(3, opened.slice.commands)).catch(() => undefined);
    expect(await opened.run([listOf(LISTS)])).toMatchObject({ rows: 5 });
  });
});
