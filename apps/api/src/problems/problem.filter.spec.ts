import { EventAltered } from '@docket/audit';
import { BackupRefused } from '@docket/host';
import {
  BrokenEnvelope,
  BuildReplaced,
  LogReplaced,
  NumbersDiffer,
  OutcomeUnknown,
  ReadModelUnavailable,
  RecordsUnavailable,
  StoreFull,
  StoreUnavailable,
  StreamTampered,
  TooContended,
} from '@docket/kernel';
import { HttpException } from '@nestjs/common';
import { EventNotApplied, ProjectionsStopped, ReadModelBehind } from '@docket/read-model';
import { problemOf } from './problem.filter';

const SECRET = 'password=hunter2';

describe('an error as a problem', () => {
  it.each([
    [new OutcomeUnknown(SECRET), 503, 'outcome-unknown'],
    [new TooContended(SECRET), 503, 'too-contended'],
    [new StoreUnavailable(SECRET), 503, 'store-unavailable'],
    [new StreamTampered(SECRET), 503, 'stream-tampered'],
    [new LogReplaced(SECRET), 503, 'log-replaced'],
    [new StoreFull(SECRET), 507, 'disk-full'],
    [new ReadModelUnavailable(SECRET), 503, 'read-model-unavailable'],
    [new RecordsUnavailable(SECRET), 503, 'records-unavailable'],
    [new BuildReplaced(SECRET), 503, 'read-model-unavailable'],
    [new ReadModelBehind(SECRET), 503, 'read-model-behind'],
    [new ProjectionsStopped(SECRET), 503, 'projections-stopped'],
    [new NumbersDiffer(SECRET), 409, 'log-differs'],
    [new HttpException(SECRET, 502), 500, 'internal'],
    [new Error(SECRET), 500, 'internal'],
    [SECRET, 500, 'internal'],
  ])('%s is %i %s, and says nothing of what only the log may hold', (error, status, code) => {
    const problem = problemOf(error);
    expect([problem.status, problem.code]).toEqual([status, code]);
    expect(JSON.stringify(problem.document())).not.toContain('hunter2');
  });

  it.each([
    [new BackupRefused('/b is not empty.'), 'backup-refused', '/b is not empty.'],
    [new EventNotApplied('Event 7 cannot be applied.'), 'event-not-applied', 'Event 7 cannot be applied.'],
    [new EventAltered('Event 7 is missing.'), 'event-altered', 'Event 7 is missing.'],
    [
      new BrokenEnvelope('s@4: no second line.'),
      'event-altered',
      's@4: no second line. `docket verify-chain`',
    ],
    [new HttpException('Unexpected token', 400), 'request-malformed', 'Unexpected token'],
    [
      Object.assign(new Error(), { code: 'FST_ERR_CTP_EMPTY_JSON_BODY' }),
      'body-malformed',
      'The body is empty',
    ],
    [new HttpException('x', 404), 'route-unknown', 'There is nothing at this address'],
    [new HttpException('x', 413), 'body-too-large', 'larger than this operation takes'],
    [new HttpException('x', 415), 'media-type-unsupported', 'application/json'],
  ])('%s says what is so', (error, code, detail) =>
    expect(problemOf(error)).toMatchObject({ code, detail: expect.stringContaining(detail) }),
  );

  it.each([new StoreUnavailable(SECRET), new StreamTampered(SECRET), new LogReplaced(SECRET)])(
    'says that nothing was recorded to who wrote, and not to who asked: %s',
    (error) => {
      const [written, asked] = [problemOf(error), problemOf(error, false)].map(({ detail }) => detail);
      expect(written).toContain('. Nothing was recorded. ');
      expect(asked).toBe(written?.replace(' Nothing was recorded.', ''));
    },
  );
});
