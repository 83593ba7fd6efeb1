// The API of the embedded profile without projections: commands never read them, and a log of a million events need not be projected
// to ask how long one command takes in it.
'use strict';
require('reflect-metadata');
const { join } = require('node:path');
const { main } = require('../tools/run/server.cjs');
const { host } = require('./built.cjs');
const { startDocket } = require(join(main('api'), '..', 'start.js'));

startDocket(host().readSettings(process.env), 'api', () => undefined).then(
  (running) => {
    running.ready();
    process.once('SIGTERM', () => void running.close().then(() => process.exit(0)));
  },
  (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  },
);
