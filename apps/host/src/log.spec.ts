import { errorForLog } from './log';

describe('an error in the log', () => {
  const refused = new Error('connect ECONNREFUSED 127.0.0.1:5432');
  const away = new Error(`PostgreSQL did not answer: ${refused.message}`, { cause: refused });

  it('says once what was only wrapped', () =>
    expect(errorForLog(new RangeError(away.message, { cause: away }))).toMatchObject({
      type: 'RangeError',
      message: 'PostgreSQL did not answer: connect ECONNREFUSED 127.0.0.1:5432',
      stack: expect.stringContaining('caused by: Error: connect ECONNREFUSED'),
    }));

  it('says what a cause adds', () =>
    expect(errorForLog(new Error('The batch was not written.', { cause: away }))).toMatchObject({
      message: 'The batch was not written.: PostgreSQL did not answer: connect ECONNREFUSED 127.0.0.1:5432',
    }));

  it('tells nothing that a driver hung on it: a Redis whose password was changed says the one it was given', () => {
    const refused = Object.assign(new Error('WRONGPASS invalid username-password pair'), {
      code: 'WRONGPASS',
      command: { name: 'hello', args: ['3', 'AUTH', 'default', 's3cret'] },
    });
    const told = errorForLog(new Error('Redis refuses us', { cause: refused }));
    expect(JSON.stringify([told, errorForLog(refused)])).not.toContain('s3cret');
    expect(errorForLog(refused)).toEqual({
      type: 'Error',
      message: 'WRONGPASS invalid username-password pair',
      stack: expect.stringContaining('log.spec'),
      code: 'WRONGPASS',
    });
  });

  it('ends where causes lead in a circle', () => {
    const circle = new Error('round');
    circle.cause = new Error('and', { cause: circle });
    expect(errorForLog(circle)).toMatchObject({ message: 'round: and' });
  });
});
