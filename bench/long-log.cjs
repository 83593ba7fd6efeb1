'use strict';
const { mkdirSync, mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { lib } = require('./built.cjs');
const { dayAt, projectIdOf, writeProjects } = require('./log.cjs');
const { Caller } = require('./office.cjs');
const { median, row } = require('./ratio.cjs');
const { inTurns } = require('./rounds.cjs');
const { serve } = require('./served.cjs');

const SHORT = 10;
const LONG = 10_000;
/** With the proposal a hundred events in each stream. */
const REPORTS = 99;
const COMMANDS = 100;

/** A folder with a log of so many projects; its API, without projections. */
async function served(folder, projects, say) {
  mkdirSync(folder);
  const file = join(folder, 'events.sqlite');
  const store = await lib('event-store').openSqliteEventStore({ file, installation: 'docket' });
  const { events } = await writeProjects(store, { projects, reports: REPORTS, say });
  await store.close();
  const environment = { DOCKET_DATA: folder, DOCKET_SAMPLE: 'off', LOG_LEVEL: 'silent' };
  return { events, ...(await serve([join(__dirname, 'api-alone.cjs')], '/health/live', environment)) };
}

/** One caller who reports on ten projects in turn, each time for the next day: the middle time of an answer, in milliseconds. */
async function reporter(url, projects) {
  const caller = await Caller.as(url, 'p-priya');
  const reportedOn = Array.from({ length: SHORT }, (_, index) => projectIdOf((index * projects) / SHORT));
  let number = 0;
  const report = async () => {
    const project = reportedOn[number % SHORT];
    const reportedFor = dayAt(REPORTS + 1 + Math.floor(number++ / SHORT));
    const began = performance.now();
    await caller.post(`projects/${project}/reports`, { reportedFor, figures: { budget: '1200000' } });
    return performance.now() - began;
  };
  return async () => {
    const times = [];
    for (let command = 0; command < COMMANDS; command++) times.push(await report());
    return median(times);
  };
}

/** One command in a log of a million events beside one in a log of a thousand. */
async function longLog(say) {
  const folder = mkdtempSync(join(tmpdir(), 'docket-bench-long-'));
  const running = [];
  try {
    const short = await served(join(folder, 'short'), SHORT, say);
    running.push(short);
    const long = await served(join(folder, 'long'), LONG, say);
    running.push(long);
    const [inShort, inLong] = [await reporter(short.url, SHORT), await reporter(long.url, LONG)];
    const taken = await inTurns({ ours: inLong, theirs: inShort });
    say(
      `one command: ${taken.ours.at(-1).toFixed(2)} ms in ${long.events} events, ${taken.theirs.at(-1).toFixed(2)} ms in ${short.events}`,
    );
    const what = `a report over HTTP, durable before the answer, by one caller on ten projects with ${REPORTS + 1} events and more each, in a log of ${long.events} events beside one of ${short.events}: the middle one of ${COMMANDS}`;
    return [
      row(
        { name: 'one command in a log of a million events', profile: 'embedded', what, aim: '≤ 1.2' },
        taken.ours,
        taken.theirs,
      ),
    ];
  } finally {
    for (const one of running) await one.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

module.exports = { longLog };
