import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Runs in a process of its own, as measurements do: on what was built. */
const ranksOf = (components: number): unknown =>
  JSON.parse(
    execFileSync(
      process.execPath,
      [
        ...['--disable-warning=ExperimentalWarning', '-e'],
        `require('./bench/ranking.cjs').ranksOf(${components}).then((ranks) => console.log(JSON.stringify(ranks)))`,
      ],
      { cwd: join(__dirname, '../..'), encoding: 'utf8' },
    ),
  );

describe('the portfolio that a ranking is measured on', () => {
  it('has rows as projects have them today: each component is ranked', () =>
    expect(ranksOf(5)).toEqual([1, 2, 3, 4, 5]));
});
