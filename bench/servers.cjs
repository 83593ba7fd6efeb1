'use strict';
const { spawn } = require('node:child_process');
const { randomBytes } = require('node:crypto');
const { join } = require('node:path');
const { createInterface } = require('node:readline');
const { lib } = require('./built.cjs');

/** An installation nobody else uses, so that measurements share servers with others. */
const newInstallation = () => `bench${randomBytes(6).toString('hex')}`;

/** The server that speaks EventStoreDB's protocol, in a process of its own: its URL, and how to end it. */
async function startProtocolServer() {
  const script = join(__dirname, '..', 'test', 'protocol-server', 'main.ts');
  const child = spawn(process.execPath, ['--require', join(__dirname, 'typescript.cjs'), script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const lines = createInterface({ input: child.stdout });
  const url = await Promise.race([
    new Promise((resolve) => lines.once('line', resolve)),
    ended.then((code) => Promise.reject(new Error(`The protocol server ended with ${code}.`))),
  ]);
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { name: 'protocol server', url, stop };
}

/** What stands in for EventStoreDB, and the real one where `TEST_EVENTSTORE_URL` names it. */
async function eventStores() {
  const real = process.env.TEST_EVENTSTORE_URL;
  const standIn = await startProtocolServer();
  return real ? [standIn, { name: 'real EventStoreDB', url: real, stop: async () => undefined }] : [standIn];
}

/** Runs `work` for each event store there is and gives the rows of all. */
async function onEventStores(work) {
  const stores = await eventStores();
  try {
    const rows = [];
    for (const store of stores) rows.push(...(await work(store)));
    return rows;
  } finally {
    for (const store of stores) await store.stop();
  }
}

/** Deletes every schema of an installation. */
async function dropInstallation(postgres, installation) {
  const pool = await lib('postgres').openPool(postgres);
  try {
    const found = await pool.rows({
      sql: 'select nspname::text from pg_namespace where starts_with(nspname::text, $1)',
      parameters: [`docket_${installation}`],
    });
    for (const [schema] of found) await pool.rows({ sql: `drop schema "${schema}" cascade`, parameters: [] });
  } finally {
    await pool.end();
  }
}

module.exports = { dropInstallation, newInstallation, onEventStores };
