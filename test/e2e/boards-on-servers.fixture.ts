import { notRun } from '@docket/kernel/testing';
import {
  dropInstallation,
  newInstallation,
  NO_SERVERS,
  serverAt,
  serverEnvironment,
  startApart,
} from './servers.fixture';
import { describeBoards } from './story-of-boards.suite';

const postgres = serverAt('TEST_POSTGRES_URL');
const redis = serverAt('TEST_REDIS_URL');

/**
 * The story of boards on an event store, api and worker apart. It moves the clock of its process years ahead, which Docket's own clock never
 * goes back from: a file of its own for each store.
 */
export const describeBoardsOn = (name: string, eventStore: () => string): void => {
  if (!postgres || !redis) return notRun(`the story of boards on ${name}`, NO_SERVERS);
  const installation = newInstallation();
  afterAll(() => dropInstallation({ postgres, redis, installation }));
  describeBoards(`server profile on ${name}, api and worker apart`, () => {
    const environment = serverEnvironment({ postgres, redis, eventStore: eventStore(), installation });
    return () => startApart(environment);
  });
};
