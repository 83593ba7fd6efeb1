import { shownAddress } from './redis-address';

describe('the address of Redis, as it is shown', () => {
  it.each([
    ['redis://127.0.0.1:6379', 'redis://127.0.0.1:6379'],
    ['redis://docket:very%20secret@redis.example:6379/3', 'redis://redis.example:6379/3'],
    ['rediss://:very-secret@redis.example?password=very-secret', 'rediss://redis.example'],
    ['redis://very-secret@[::1]:6379/', 'redis://[::1]:6379'],
  ])('names neither user nor password: %s', (url, shown) => expect(shownAddress(url)).toBe(shown));
});
