import { StoreUnavailable } from '@docket/kernel';
import { toAppendFailure, toReadFailure } from './failures';
import { inWords } from './in-words';

describe('what the transport says of a failure', () => {
  it.each([
    [
      '14 UNAVAILABLE: No connection established. Last error: Error: connect ECONNREFUSED 127.0.0.1:1. Resolution note: ',
      'nobody listens there',
    ],
    [
      '14 UNAVAILABLE: Name resolution failed for target dns:nowhere.invalid:2113',
      'no machine is known by that name',
    ],
    [
      '14 UNAVAILABLE: No connection established. Last error: Error: 405D:error:0A00010B:SSL routines:tls_validate_record_header:wrong version number:../tlsany_meth.c:77:\n. Resolution note: ',
      'what listens there speaks no TLS',
    ],
    [
      '14 UNAVAILABLE: No connection established. Last error: Error: self-signed certificate. Resolution note: ',
      'its certificate is not trusted here',
    ],
    [
      '14 UNAVAILABLE: No connection established. Last error: Protocol error (2026-11-29T06:23:47.189Z). Resolution note: ',
      'what listens there speaks another protocol',
    ],
    [
      '14 UNAVAILABLE: No connection established. Last error: Error: connect ETIMEDOUT 10.0.0.1:2113. Resolution note: ',
      'there is no way there from here',
    ],
    ['2 UNKNOWN: Server Is Not Ready', 'it is starting and not ready yet'],
    ['14 UNAVAILABLE: Server Is Too Busy', 'it has too much to do'],
    ['16 UNAUTHENTICATED: No', 'it refuses the user that is named in its address'],
    ['4 DEADLINE_EXCEEDED: Deadline exceeded', 'it was not done in time'],
    ['14 UNAVAILABLE: Connection dropped', 'the connection to it is gone'],
    ['13 INTERNAL: Received RST_STREAM with code 2', 'the call failed'],
  ])('is put into words, and stands behind them on one line: %s', (raw, words) => {
    const said = inWords(new Error(raw));
    expect(said.startsWith(`${words} (${raw.slice(0, 12)}`)).toBe(true);
    expect(said).not.toMatch(/\n|Resolution note/);
  });

  it('stands behind the words of a read and of an append that failed', () => {
    const gone = new Error('14 UNAVAILABLE: Connection dropped');
    const words = 'the connection to it is gone (14 UNAVAILABLE: Connection dropped)';
    expect(toReadFailure(gone, 'a read').message).toBe(`EventStoreDB did not answer a read: ${words}`);
    expect(toAppendFailure(gone, 's', 0).message).toBe(`EventStoreDB broke off an append to s: ${words}`);
    const refused = new Error('14 UNAVAILABLE: No connection established.');
    expect(toAppendFailure(refused, 's', 0)).toEqual(
      new StoreUnavailable(
        'EventStoreDB did not take the append: the connection to it is gone (14 UNAVAILABLE: No connection established.)',
      ),
    );
  });

  it('is no matter of what somebody else says', () =>
    expect(inWords(new Error('It is late.'))).toBe('It is late.'));
});
