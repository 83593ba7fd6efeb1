import { StoreUnavailable } from '@docket/kernel';
import { failureOf } from './failure';

describe('how a command ends', () => {
  it('says what the store said beneath, once', () => {
    const full = new Error('database or disk is full');
    const undone = new Error('The transaction was undone.', { cause: full });
    const detail = (error: Error) => failureOf(error).problem.detail;
    expect(detail(new StoreUnavailable('The log took nothing.', { cause: undone }))).toBe(
      'The log took nothing. (database or disk is full)',
    );
    expect(detail(new StoreUnavailable('No: database or disk is full', { cause: full }))).toBe(
      'No: database or disk is full',
    );
  });

  it('is exit code 1 where a store does not answer', () =>
    expect(failureOf(new StoreUnavailable('Nobody is there.'))).toEqual({
      exitCode: 1,
      problem: {
        ...{ type: 'urn:docket:problem:store-unavailable', title: 'Store not available', status: 503 },
        ...{ code: 'store-unavailable', detail: 'Nobody is there.' },
      },
    }));
});
