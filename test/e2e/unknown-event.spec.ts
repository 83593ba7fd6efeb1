import { notRun } from '@docket/kernel/testing';
import { openSystem, readSettings } from '@docket/host';
import { startProtocolServer, type ProtocolServer } from '../protocol-server';
import { TestDocket } from './docket.fixture';
import {
  dropInstallation,
  newInstallation,
  serverAt,
  serverEnvironment,
  NO_SERVERS,
} from './servers.fixture';
import { describeUnknownEvent } from './unknown-event.suite';

const quiet = () => undefined;

describeUnknownEvent('embedded', async () => {
  const docket = await TestDocket.start();
  const { folder } = docket;
  const again = async () => {
    await docket.running.close();
    await openSystem(readSettings({ PORT: '0', DOCKET_DATA: folder }), 'all', quiet, quiet);
  };
  return { docket, projecting: docket.running.system, again };
});

const postgres = serverAt('TEST_POSTGRES_URL');
const redis = serverAt('TEST_REDIS_URL');
if (postgres && redis) {
  let eventStore: ProtocolServer;
  const installation = newInstallation();
  afterAll(async () => {
    await eventStore.stop();
    await dropInstallation({ postgres, redis, installation });
  });
  describeUnknownEvent('server', async () => {
    eventStore = await startProtocolServer();
    const server = serverEnvironment({ eventStore: eventStore.url, postgres, redis, installation });
    const worker = () => openSystem(readSettings({ PORT: '0', ...server }), 'worker', quiet, quiet);
    const projecting = await worker();
    const beside = async () => projecting[Symbol.asyncDispose]();
    const docket = await TestDocket.start({ server, part: 'api', beside });
    return { docket, projecting, again: worker };
  });
} else notRun('an event that this release does not know, on servers', NO_SERVERS);
