'use strict';
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const server = require('../tools/run/server.cjs');
const { row } = require('./ratio.cjs');
const { serveOnce } = require('./served.cjs');

const ROUNDS = 5;
const docket = [...server.flagsFor({}), server.main('api')];
const bare = [join(__dirname, 'bare-nest.cjs')];

/** Start and memory with the sample loaded, beside a bare Nest application, in alternating rounds. */
async function startAndMemory(say) {
  const folder = mkdtempSync(join(tmpdir(), 'docket-bench-'));
  const env = { DOCKET_DATA: join(folder, 'data'), DOCKET_SAMPLE: 'on', ...server.env };
  try {
    say('loading the sample once');
    await serveOnce(docket, '/health/ready', env, 0);
    const [ours, theirs] = [[], []];
    for (let round = 1; round <= ROUNDS; round++) {
      theirs.push(await serveOnce(bare, '/hello', {}));
      ours.push(await serveOnce(docket, '/health/ready', env));
      say(
        `round ${round} of ${ROUNDS}: ${ours.at(-1).milliseconds.toFixed(0)} ms, ${(ours.at(-1).bytes / 2 ** 20).toFixed(0)} MiB beside ${theirs.at(-1).milliseconds.toFixed(0)} ms, ${(theirs.at(-1).bytes / 2 ** 20).toFixed(0)} MiB`,
      );
    }
    const what =
      'a built Docket with the sample loaded, to its first ready answer, beside a bare Nest application on Fastify to its first answer';
    return [
      row(
        { name: 'start with the sample', profile: 'embedded', what, aim: '≤ 2' },
        ours.map((o) => o.milliseconds),
        theirs.map((t) => t.milliseconds),
      ),
      row(
        {
          name: 'memory at rest with the sample',
          profile: 'embedded',
          what: `resident memory two seconds after that; ${what}`,
          aim: '≤ 1.5',
        },
        ours.map((o) => o.bytes),
        theirs.map((t) => t.bytes),
      ),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

module.exports = { startAndMemory };
