'use strict';
const { fork } = require('node:child_process');
const { join } = require('node:path');
const { proposal } = require('./office.cjs');

const CLIENTS = 64;
const MILLISECONDS = 4_000;

/** The client of `load.cjs` in a process of its own; one run at a time. */
function startLoad() {
  const child = fork(join(__dirname, 'load.cjs'));
  const run = (asked) =>
    new Promise((resolve, reject) => {
      child.once('message', ({ result, error }) => (error ? reject(new Error(error)) : resolve(result)));
      child.send({ clients: CLIENTS, milliseconds: MILLISECONDS, body: proposal, ...asked });
    });
  return { run, stop: () => child.kill() };
}

module.exports = { CLIENTS, MILLISECONDS, startLoad };
