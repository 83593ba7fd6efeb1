import { notRun } from '@docket/kernel/testing';
import { startProtocolServer, type ProtocolServer } from '../protocol-server';
import { describeScheme } from './delegation-scheme.suite';
import { TestDocket } from './docket.fixture';
import {
  dropInstallation,
  newInstallation,
  isRequired,
  serverAt,
  serverEnvironment,
  startApart,
  NO_SERVERS,
} from './servers.fixture';
import { describeKeptCapsule } from './kept-capsule.suite';
import { describeGates } from './story-of-gates.suite';
import { describeStory } from './story-of-a-portfolio.suite';
import { describeSigning } from './signing.suite';
import { describeWithheldBallot } from './withheld-ballot.suite';
import { describeWalk } from './walk.suite';

const postgres = serverAt('TEST_POSTGRES_URL');
const eventStore = serverAt('TEST_EVENTSTORE_URL');
const redis = serverAt('TEST_REDIS_URL');

/** Walks in one process and in two, each in an installation of its own that is gone afterwards. */
const walkOn = (name: string, given: { postgres: string; redis: string; url: () => string }) => {
  const installations: string[] = [];
  const environment = () => {
    const installation = newInstallation();
    installations.push(installation);
    return serverEnvironment({ ...given, eventStore: given.url(), installation });
  };
  afterAll(() =>
    Promise.all(installations.map((installation) => dropInstallation({ ...given, installation }))),
  );

  describeWalk(`server profile on ${name}, one process`, () => TestDocket.start({ server: environment() }));
  describeWalk(`server profile on ${name}, api and worker apart`, () => startApart(environment()));
  describeStory(`server profile on ${name}, one process`, () => TestDocket.start({ server: environment() }));
  describeStory(`server profile on ${name}, api and worker apart`, () => startApart(environment()));
  describeGates(`server profile on ${name}, api and worker apart`, () => startApart(environment()));
  describeScheme(`server profile on ${name}, api and worker apart`, () => startApart(environment()));
  describeSigning(`server profile on ${name}, api and worker apart`, (given) =>
    startApart(environment(), given),
  );
  describeWithheldBallot(`server profile on ${name}, api and worker apart`, () => startApart(environment()));
  describeKeptCapsule(`server profile on ${name}, api and worker apart`, () => startApart(environment()));
};

it('has the servers that REQUIRE_SERVERS names', () => {
  expect({
    postgres: !isRequired('postgres') || postgres !== undefined,
    eventstore: !isRequired('eventstore') || eventStore !== undefined,
    redis: !isRequired('redis') || redis !== undefined,
  }).toEqual({
    postgres: true,
    eventstore: true,
    redis: true,
  });
});

if (postgres && redis) {
  describe('EventStoreDB: the protocol server', () => {
    let server: ProtocolServer;
    beforeAll(async () => {
      server = await startProtocolServer();
    });
    afterAll(() => server.stop());
    walkOn('the protocol server', { postgres, redis, url: () => server.url });
  });

  if (eventStore)
    describe('EventStoreDB: a real server', () => {
      walkOn('a real server', { postgres, redis, url: () => eventStore });
    });
} else notRun('the walk through the server profile', NO_SERVERS);
