import { openEventStoreDb, openSqliteEventStore } from './index';

const isDriverLoaded = () =>
  Object.keys(require.cache).some((path) => path.includes('@eventstore/db-client'));

describe('the door of the event store', () => {
  it('loads the driver of EventStoreDB only for who opens one', async () => {
    expect(openSqliteEventStore).toBeInstanceOf(Function);
    expect(isDriverLoaded()).toBe(false);
    const store = await openEventStoreDb({ url: 'esdb://127.0.0.1:1?tls=false', installation: 'acme' });
    expect(isDriverLoaded()).toBe(true);
    await store.close();
  });
});
