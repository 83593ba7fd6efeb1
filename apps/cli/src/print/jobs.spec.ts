import { jobsSheet } from './jobs';

const counts = { waiting: 0, delayed: 3, running: 1, dead: 2, done: 12, failedAttempts: 5 };
const dead = {
  kind: 'close-ballot',
  id: 'motion-7',
  data: {},
  attempts: 5,
  error: 'StoreUnavailable: The event store does not answer.',
  diedAt: '2026-11-21T02:47:47.310Z',
};

describe('jobs on a terminal', () => {
  it('are counted by kind, and those that were given up are told one by one', () =>
    expect(
      jobsSheet(
        {
          kinds: [{ kind: 'close-ballot', ...counts }],
          dead: [dead, { ...dead, id: 'motion\n8', attempts: 1, error: 'no' }],
        },
        72,
      ),
    ).toBe(
      [
        'kind                         waiting  delayed  running     dead     done',
        'close-ballot                       0        3        1        2       12',
        '',
        'Given up; `docket jobs requeue KIND ID` tries one again:',
        '  close-ballot motion-7',
        '    2026-11-21 02:47:47 UTC, 5 attempts: StoreUnavailable: The event',
        '    store does not answer.',
        '  close-ballot motion 8',
        '    2026-11-21 02:47:47 UTC, 1 attempt: no',
        '',
      ].join('\n'),
    ));

  it('may be none', () => expect(jobsSheet({ kinds: [], dead: [] })).toBe('There is no job.\n'));

  it('are not listed without end', () => {
    const many = Array.from({ length: 52 }, (_, index) => ({ ...dead, id: `motion-${index}` }));
    const lines = jobsSheet({ kinds: [{ kind: 'close-ballot', ...counts }], dead: many }).split('\n');
    expect(lines.filter((line) => line.startsWith('  close-ballot')).length).toBe(50);
    expect(lines.at(-2)).toBe('  … and 2 more; --json lists all of them');
  });
});
