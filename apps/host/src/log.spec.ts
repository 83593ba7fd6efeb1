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

  it('ends where causes lead in a circle', () => {
    const circle = new Error('round');
    circle.cause = new Error('and', { cause: circle });
    expect(errorForLog(circle)).toMatchObject({ message: 'round: and' });
  });
});
