// The peer of a rebuild: the same events in `@event-driven-io/emmett-sqlite`, and the same projections run by its consumer, in batches of
// our size and without its pause between two batches. Asked over IPC: the events; answers with milliseconds.
'use strict';
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { projections } = require('../built.cjs').host();

const peers = createRequire(join(process.env.PEERS, 'package.json'));
const { getSQLiteEventStore, sqliteConnection, sqliteProjection } = peers('@event-driven-io/emmett-sqlite');

const changesOf = (event) =>
  projections.flatMap(({ table, on }) =>
    (Object.hasOwn(on, event.type) ? on[event.type](event) : []).map((change) => ({
      table: table.name,
      change,
    })),
  );

/** The rows an event changes, read, changed and written: the newest of each key, without any history. */
const handle = async (events, { connection }) => {
  for (const { data } of events)
    for (const { table, change } of changesOf(data.event)) {
      const found = await connection.querySingle(`select row from "${table}" where key = ?`, [change.key]);
      const row = change.to(found ? JSON.parse(found.row) : undefined);
      await connection.command(
        `insert into "${table}"(key, row) values (?, ?) on conflict(key) do update set row = excluded.row`,
        [change.key, JSON.stringify(row)],
      );
    }
};

async function rebuild(fileName, batchSize) {
  const connection = sqliteConnection({ fileName });
  for (const { table } of projections)
    await connection.command(`create table "${table.name}"(key text primary key, row text not null)`);
  connection.close();
  const store = getSQLiteEventStore({ fileName });
  return {
    append: (events) =>
      store.appendToStream(
        'log',
        events.map((event) => ({ type: event.type, data: { event }, metadata: {} })),
      ),
    run: async (count) => {
      const consumer = store.consumer({ pulling: { batchSize, pullingFrequencyInMs: 0 } });
      const types = [...new Set(projections.flatMap(({ on }) => Object.keys(on)))];
      let seen = 0;
      consumer.processor({
        processorId: 'projects',
        startFrom: 'BEGINNING',
        projection: sqliteProjection({ name: 'projects', canHandle: types, handle }),
        stopAfter: () => ++seen === count,
      });
      const began = performance.now();
      await consumer.start();
      const took = performance.now() - began;
      await consumer.close();
      return took;
    },
  };
}

async function measured({ file, events, batchSize }) {
  const { append, run } = await rebuild(file, batchSize);
  for (let at = 0; at < events.length; at += 500) await append(events.slice(at, at + 500));
  return run(events.length);
}

process.on('message', (asked) => {
  void measured(asked).then(
    (milliseconds) => process.send({ milliseconds }),
    (error) => process.send({ error: String(error.stack) }),
  );
});
