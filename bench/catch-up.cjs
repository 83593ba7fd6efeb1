'use strict';
const { host, lib } = require('./built.cjs');
const { writeProjects } = require('./log.cjs');
const { row } = require('./ratio.cjs');
const { inTurns } = require('./rounds.cjs');
const { dropInstallation, newInstallation, onEventStores } = require('./servers.cjs');

const PROJECTS = 2_000;
const REPORTS = 4;

/** Events a second of a subscription of the client alone that counts them. */
async function bareSubscription(url, installation, events) {
  const { EventStoreDBClient, START, streamNameFilter } = require('@eventstore/db-client');
  const client = EventStoreDBClient.connectionString(url);
  const began = performance.now();
  const subscription = client.subscribeToAll({
    fromPosition: START,
    filter: streamNameFilter({ prefixes: [`${installation}-`] }),
    credentials: { username: 'docket', password: 'docket' },
  });
  let seen = 0;
  for await (const { event } of subscription) {
    if (event) seen++;
    if (seen === events) break;
  }
  const took = performance.now() - began;
  await subscription.unsubscribe().catch(() => undefined);
  await client.dispose();
  return (events / took) * 1_000;
}

async function catchUpOn({ name, url }, say) {
  const postgres = process.env.TEST_POSTGRES_URL;
  const installation = newInstallation();
  const { decodeEvent, projections } = host();
  const store = await lib('event-store').openEventStoreDb({ url, installation });
  const tables = projections.map(({ table }) => table);
  const readModels = await lib('read-model').openPostgresReadModels({
    url: postgres,
    installation,
    definition: 'bench',
    tables,
  });
  try {
    const { events } = await writeProjects(store, { projects: PROJECTS, reports: REPORTS, say });
    const { ProjectionRunner } = lib('read-model');
    const said = (what, perSecond) => {
      say(`${name}: ${what} ${perSecond.toFixed(0)} events/s`);
      return perSecond;
    };
    const taken = await inTurns({
      ours: async () => {
        const readModel = await readModels.rebuild();
        const runner = new ProjectionRunner({ store, readModel, projections, decode: decodeEvent });
        const began = performance.now();
        const { number } = await runner.catchUp();
        if (number < events) throw new Error(`Only ${number} events were projected.`);
        return said('catch-up', (number / (performance.now() - began)) * 1_000);
      },
      theirs: async () => said('bare subscription', await bareSubscription(url, installation, events)),
    });
    const what = `${events} events from the ${name} into all ${projections.length} projections in PostgreSQL with their history, beside a subscription of @eventstore/db-client alone that counts the same events; events a second`;
    return [
      row(
        { name: `catch-up into PostgreSQL from the ${name}`, profile: 'server', what, aim: '≥ 0.5' },
        taken.ours,
        taken.theirs,
      ),
    ];
  } finally {
    await readModels.close();
    await store.close();
    await dropInstallation(postgres, installation);
  }
}

/** Catch-up of the projections into PostgreSQL beside a bare subscription, on each event store there is. */
const catchUp = (say) => onEventStores((store) => catchUpOn(store, say));

module.exports = { catchUp };
