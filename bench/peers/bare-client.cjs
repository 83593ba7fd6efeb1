// The peer of a command in the server profile: the bare client that sends what a command written by hand sends for a proposal.
// It reads the tail of the portfolio's stream, then begins a stream with one event in the classic form. Asked over IPC.
'use strict';
const { randomUUID } = require('node:crypto');
const { binaryEvent, EventStoreDBClient, NO_STREAM } = require('@eventstore/db-client');

const credentials = { username: 'docket', password: 'docket' };

const read = async (client, stream, options) => {
  const found = [];
  for await (const one of client.readStream(stream, { credentials, ...options })) found.push(one);
  return found;
};

async function command(client, prefix, portfolio, data) {
  const stream = `${prefix}-project-${randomUUID()}`;
  await read(client, portfolio, { fromRevision: 1n, maxCount: 1_000 });
  const event = binaryEvent({ id: randomUUID(), type: 'ProjectProposed.v2', data });
  await client.appendToStream(stream, [event], { expectedRevision: NO_STREAM, credentials, deadline: 5_000 });
}

async function run({ url, prefix, portfolio, bytes, clients, milliseconds }) {
  const client = EventStoreDBClient.connectionString(url);
  const data = Buffer.alloc(bytes, '{"some":"facts"} ');
  let answered = 0;
  const began = performance.now();
  const one = async () => {
    while (performance.now() - began < milliseconds) {
      await command(client, prefix, portfolio, data);
      answered++;
    }
  };
  await Promise.all(Array.from({ length: clients }, one));
  const perSecond = (answered / (performance.now() - began)) * 1_000;
  await client.dispose();
  return perSecond;
}

process.on('message', (asked) => {
  void run(asked).then(
    (perSecond) => process.send({ perSecond }),
    (error) => process.send({ error: String(error.stack) }),
  );
});
