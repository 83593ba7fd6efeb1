import { isLoopback } from './loopback';

describe('what is said to a host', () => {
  it.each(['localhost', 'LocalHost', '127.0.0.1', '127.8.9.10', '::1', '/var/run/postgresql'])(
    'stays on this machine: %s',
    (host) => expect(isLoopback(host)).toBe(true),
  );

  it.each(['db', '10.0.0.7', '127.0.0.1.example.org', 'localhost.example.org', '1::1', '0.0.0.0', ''])(
    'may leave it: %s',
    (host) => expect(isLoopback(host)).toBe(false),
  );
});
