import { notRun } from '@docket/kernel/testing';
import { describeBoardsOn } from './boards-on-servers.fixture';
import { serverAt } from './servers.fixture';

const eventStore = serverAt('TEST_EVENTSTORE_URL');

if (eventStore) describeBoardsOn('a real server', () => eventStore);
else notRun('the story of boards on a real EventStoreDB', 'TEST_EVENTSTORE_URL is not set');
