import { readArguments, USAGE } from '../arguments';
import { helpOf } from './catalogue';

const help = (...words: readonly string[]) => helpOf(readArguments([...words, '--help']));

describe('the help of a command', () => {
  it('says how it is called, what it does and which options it takes, and no others', () =>
    expect(help('letter').split('\n')).toEqual([
      'docket letter PROJECT',
      '',
      '  letter PROJECT      a letter: why it stands there, what would lift it',
      '',
      '  --portfolio NAME    which portfolio, where there are several',
      '  --as-of WHEN        all that read, and replay: a day (2019-12-31), an instant,',
      '                      an event number or the token of an earlier answer',
      '  --model NAME        what ranks, compare, assessments: another published model',
      '  --budget AMOUNT     line, letter: what there is to spend',
      '  --rule stop|fill    line, letter: stop at the first that breaches the budget',
      '                      (so by default), or fill past it with what still fits',
      '  --data DIR          the data folder (DOCKET_DATA, else ./data)',
      '  --json              one JSON document on standard output',
      '',
      '  PROJECT is an id, or a name that only one project of the portfolio has.',
      '',
    ]));

  it('says each way to call it', () =>
    expect(help('moves').split('\n').slice(0, 3)).toEqual(['docket moves', 'docket moves PROJECT', '']));

  it('is that of all where no command is named, or one that there is not', () => {
    expect(help()).toBe(USAGE);
    expect(help('toString')).toBe(USAGE);
  });

  it.each(['import', 'rank', 'restore', 'event', 'verify-chain', 'copy-log'])('is there for %s', (name) => {
    expect(help(name)).toMatch(new RegExp(`^docket ${name}`));
    expect(help(name)).toContain(`\n  ${name} `);
  });
});
