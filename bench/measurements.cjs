'use strict';
const { catchUp } = require('./catch-up.cjs');
const { commands } = require('./commands.cjs');
const { jobs } = require('./jobs.cjs');
const { longLog } = require('./long-log.cjs');
const { rankingAsOf } = require('./ranking.cjs');
const { rebuild } = require('./rebuild.cjs');
const { serverCommands } = require('./server-commands.cjs');
const { startAndMemory } = require('./start-and-memory.cjs');
const { streamLoad } = require('./stream-load.cjs');

const SERVERS = ['TEST_POSTGRES_URL', 'TEST_REDIS_URL'];

/** Every measurement by name: what it gives are rows; `needs` names the settings without which it is not run. */
const measurements = [
  { name: 'start-and-memory', run: startAndMemory },
  { name: 'commands', run: commands },
  { name: 'rebuild', run: rebuild },
  { name: 'stream-load', run: streamLoad },
  { name: 'ranking', run: rankingAsOf },
  { name: 'long-log', run: longLog },
  { name: 'server-commands', run: serverCommands, needs: SERVERS },
  { name: 'catch-up', run: catchUp, needs: ['TEST_POSTGRES_URL'] },
  { name: 'jobs', run: jobs, needs: ['TEST_REDIS_URL'] },
];

module.exports = { measurements };
