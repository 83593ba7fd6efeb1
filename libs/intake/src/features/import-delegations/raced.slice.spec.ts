import { GiveGrantCommand, RevokeGrantCommand } from '@docket/governance';
import { StoreUnavailable } from '@docket/kernel';
import type { CommandBus } from '@nestjs/cqrs';
import { by, openScheme } from '../../testing/scheme-slice';

const HEADER = 'holder,granted by,kind,limit per decision,may sub-delegate';
const ROWS = ['Board,portfolio,capital,50,yes', 'Lead,Board,capital,5,yes', 'Team,Lead,capital,1,no'];
const SCHEME = [HEADER, ...ROWS].join('\n');

type Asked = Parameters<CommandBus['execute']>[0];

/** A bus beside which something happens before each command. */
const disturbed = (bus: CommandBus, before: (command: Asked) => Promise<void>): CommandBus =>
  new Proxy(bus, {
    get: (target, name) =>
      name === 'execute'
        ? async (command: Asked) => {
            await before(command);
            return target.execute(command);
          }
        : Reflect.get(target, name),
  });

describe('an import of a scheme that others get in the way of', () => {
  let city: Awaited<ReturnType<typeof openScheme>>;
  beforeEach(async () => {
    city = await openScheme();
    for (const [name, chair] of [
      ['Board', 'cleo'],
      ['Lead', 'lea'],
      ['Team', 'tim'],
    ] as const)
      await city.people.body(name, chair);
  });
  afterEach(() => city.close());

  it('stops where somebody revokes what a row hangs on, says what is given by then, and goes on when repeated', async () => {
    let given = 0;
    const bus = disturbed(city.commands, async (command) => {
      if (!(command instanceof GiveGrantCommand)) return;
      given += 1;
      const [board] = given === 3 ? await city.people.grants() : [];
      if (board) await city.people.revoke(board.id);
    });
    const report = await city.people.imported(SCHEME, { bus });
    expect(report).toMatchObject({
      ...{ result: 'stopped', rows: 3, granted: 2, changed: 0, unchanged: 0, revoked: 0 },
      refused: [{ file: 'scheme.csv', line: 4, field: 'holder', value: 'Team', code: 'grant-revoked' }],
    });
    expect(report.steps.map(({ grantId }) => grantId !== null)).toEqual([true, true, false]);
    const again = await city.people.imported(SCHEME, { who: by('otto', 'again') });
    expect(again).toMatchObject({ result: 'imported', granted: 3, changed: 1, unchanged: 0, revoked: 1 });
    expect(await city.people.grants()).toHaveLength(3);
  });

  it('stops before anything is given where what a row replaces cannot be revoked any more', async () => {
    const two = [HEADER, ...ROWS.slice(0, 2)].join('\n');
    await city.people.imported(two);
    const bus = disturbed(city.commands, async (command) => {
      if (command instanceof RevokeGrantCommand) await city.people.unseat('Board', 'cleo');
    });
    const lower = two.replace('capital,5,', 'capital,4,');
    const report = await city.people.imported(lower, { bus, who: by('cleo', 'lower', 'own') });
    expect(report).toMatchObject({
      ...{ result: 'stopped', granted: 0, changed: 0, unchanged: 1, revoked: 0 },
      refused: [{ line: 3, value: 'Lead', code: 'not-yours-to-revoke' }],
    });
    expect(await city.people.grants()).toHaveLength(2);
  });

  it('cut off before any command goes on where it was, to the same end', async () => {
    const changed = SCHEME.replace('capital,50', 'capital,40');
    const ends: unknown[] = [];
    for (let commands = 0; commands <= 7; commands++) {
      const people = await city.portfolio(`City ${commands}`);
      for (const name of ['Board', 'Lead', 'Team']) await people.body(name, 'cleo');
      await people.imported(SCHEME);
      let left = commands;
      const bus = disturbed(city.commands, async () => {
        if (left-- <= 0) throw new StoreUnavailable('cut off');
      });
      const first = await people.imported(changed, { bus }).catch((error: unknown) => error);
      const second = await people.imported(changed);
      expect(first instanceof StoreUnavailable).toBe(commands < 6);
      const grants = await people.grants('all');
      ends.push([
        second.result,
        grants
          .filter(({ standing }) => standing === 'in-force')
          .map(({ authority }) => authority.perDecision)
          .sort(),
        grants.filter(({ standing }) => standing === 'revoked').length,
      ]);
    }
    expect(ends).toEqual(Array.from({ length: 8 }, () => ['imported', ['1', '40', '5'], 3]));
  });

  it('at the same time gives each grant once', async () => {
    const reports = await Promise.all(
      ['p', 'q', 'r'].map((who) => city.people.imported(SCHEME, { who: by(who, who) })),
    );
    expect(reports.map(({ granted, unchanged }) => [granted, unchanged]).sort()).toEqual([
      [0, 3],
      [0, 3],
      [3, 0],
    ]);
    expect(await city.people.grants('all')).toHaveLength(3);
  });
});
