'use strict';
const { join } = require('node:path');
const { root } = require('./step.cjs');

const SERVERS = ['DOCKET_EVENT_STORE', 'DOCKET_READ_MODEL', 'DOCKET_JOBS'];

/**
 * The young generation, in MiB. Embedded 4: at rest a server holds no more with it than with 2, and a command takes a tenth less; at 8 it
 * holds more, and no command takes less. Rest matters more there: one person, one machine. Beside servers 64, which a process fills under
 * load only: with 16, what Node takes by itself, what sixty commands under way hold is looked through and moved so often that there are a
 * sixth fewer of them in a second.
 */
const youngGeneration = (env) => (SERVERS.every((name) => env[name]) ? 64 : 4);

// How a built app is run: `npm start` and the measurements alike.
module.exports = {
  /** For the settings of an environment. No package is a link, so that none has to be looked for behind one. */
  flagsFor: (env) => [
    `--max-semi-space-size=${youngGeneration(env)}`,
    '--preserve-symlinks',
    '--preserve-symlinks-main',
  ],
  /** Node keeps what it compiled: the second start spends a fifth less. */
  env: { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'docket') },
  main: (name) => join(root, 'dist', 'apps', name, 'src', 'main.js'),
};
