import { logInWords } from './said-place';

describe('where a command writes', () => {
  it('is a data folder with its installation', () =>
    expect(logInWords({ kind: 'embedded', folder: '/srv/docket' }, 'prod')).toBe(
      'the data folder /srv/docket, installation "prod"',
    ));

  it.each([
    ['esdb://127.0.0.1:2113?tls=false', 'esdb://127.0.0.1:2113'],
    ['esdb://docket:hidden@one.example.org:2113', 'esdb://one.example.org:2113'],
    ['esdb+discover://docket:hid@den/?x@one:2113?tls=true', 'esdb+discover://one:2113'],
  ])('is a log on servers, whose address shows no password: %s', (eventStore, address) =>
    expect(logInWords({ kind: 'server', eventStore }, 'prod')).toBe(
      `the log of the installation "prod" at ${address}`,
    ),
  );
});
