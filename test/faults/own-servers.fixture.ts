import { notRun } from '@docket/kernel/testing';
import { hasRedisServer } from '@docket/job-queue/testing';
import { isRequired } from '../e2e/servers.fixture';
import { postgresPrograms } from './own-postgres.fixture';

/** A server whose programs a test starts for itself, to kill it. */
type OwnServer = 'postgres' | 'redis';

const INSTALL: Readonly<Record<OwnServer, string>> = {
  postgres: 'there are no programs of PostgreSQL on this machine: install postgresql',
  redis: 'there is no redis-server on this machine: install redis-server',
};

/** Tests that need servers of their own. @throws Error where `REQUIRE_SERVERS` names one whose programs are missing */
const describeOn = (
  needed: readonly OwnServer[],
  what: string,
  story: (postgresPrograms: string) => void,
): void => {
  const programs = postgresPrograms();
  const isThere = { postgres: programs !== undefined, redis: hasRedisServer() };
  const missing = needed.filter((server) => !isThere[server]);
  const required = missing.filter(isRequired);
  if (required.length > 0)
    throw new Error(
      `REQUIRE_SERVERS names ${required.join(' and ')}, but ${required.map((one) => INSTALL[one]).join('; ')}.`,
    );
  const why = missing.map((one) => INSTALL[one]).join('; ');
  describe(what, () => (missing.length > 0 ? notRun(what, why) : story(programs ?? '')));
};

/** Tests on a PostgreSQL and a Redis of their own, with the place of PostgreSQL's programs; said to be not run where these are missing. */
export const describeOnOwnServers = (what: string, story: (programs: string) => void): void =>
  describeOn(['postgres', 'redis'], what, story);

/** The same, on a PostgreSQL alone. */
export const describeOnOwnPostgres = (what: string, story: (programs: string) => void): void =>
  describeOn(['postgres'], what, story);

/** The same, on a Redis alone. */
export const describeOnOwnRedis = (what: string, story: () => void): void =>
  describeOn(['redis'], what, story);
