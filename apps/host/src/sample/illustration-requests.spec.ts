import { requestsAt } from './illustration-requests';

const saying = (by: string, operation: 'confirm-contribution' | 'claim-contribution' | 'import-gmpp') =>
  requestsAt('c')({ by, operation, key: 'k', body: {} }, '2024-01-02T09:00:00.000Z');

describe('what the people of the sample say', () => {
  it('is said within their rights, as imported history of that moment', () => {
    expect(saying('p-priya', 'claim-contribution')).toMatchObject({
      actor: 'p-priya',
      authentication: 'sample',
      reach: 'own',
      origin: 'import',
      knownAt: '2024-01-02T09:00:00.000Z',
    });
    expect(saying('p-lena', 'confirm-contribution').reach).toBe('anything');
    expect(saying('operator', 'import-gmpp').reach).toBe('anything');
  });

  it.each(['p-priya', 'nobody'])('is not said by %s, who may not', (by) =>
    expect(() => saying(by, 'confirm-contribution')).toThrow('who may not'));

  it('is the same request whenever it is said', () => {
    const { correlationId: _, ...once } = saying('p-lena', 'confirm-contribution');
    const { correlationId: __, ...again } = saying('p-lena', 'confirm-contribution');
    expect(again).toEqual(once);
  });
});
