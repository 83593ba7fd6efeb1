'use strict';
const { randomBytes } = require('node:crypto');
const { lib } = require('./built.cjs');
const { row } = require('./ratio.cjs');
const { inTurns } = require('./rounds.cjs');

const JOBS = 10_000;
const CONCURRENCY = 16;
const ids = Array.from({ length: JOBS }, (_, index) => `review-${index}`);

/** Gives a handler and a promise that resolves when it was asked for every job. */
const counting = () => {
  let [left, allDone] = [JOBS, undefined];
  const done = new Promise((resolve) => (allDone = resolve));
  const handler = async () => {
    left -= 1;
    if (left === 0) allDone();
  };
  return { handler, done };
};

const perSecond = async (start, done) => {
  const began = performance.now();
  start();
  await done;
  return (JOBS / (performance.now() - began)) * 1_000;
};

/** Jobs a second through the port: all are due, then work begins. */
async function throughThePort(url) {
  const { openBullMqJobs } = lib('job-queue');
  const installation = `bench${randomBytes(6).toString('hex')}`;
  const queue = await openBullMqJobs({ url, installation });
  try {
    const due = new Date().toISOString();
    for (let at = 0; at < JOBS; at += 500)
      await Promise.all(
        ids.slice(at, at + 500).map((id) => queue.add({ kind: 'bench', id, data: { id } }, due)),
      );
    const { handler, done } = counting();
    return await perSecond(() => queue.work({ bench: handler }, { concurrency: CONCURRENCY }), done);
  } finally {
    await queue.close();
    await forget(url, installation);
  }
}

/** The same with BullMQ as its documentation shows it. */
async function plainBullMq(url) {
  const { Queue, Worker } = require('bullmq');
  const name = `bench${randomBytes(6).toString('hex')}`;
  const connection = { url, maxRetriesPerRequest: null };
  const queue = new Queue(name, { connection });
  const jobs = ids.map((id) => ({
    name: 'bench',
    data: { id },
    opts: { jobId: id, attempts: 5, backoff: { type: 'exponential', delay: 1_000 }, removeOnComplete: true },
  }));
  for (let at = 0; at < JOBS; at += 500) await queue.addBulk(jobs.slice(at, at + 500));
  const { handler, done } = counting();
  const worker = new Worker(name, handler, { connection, concurrency: CONCURRENCY, autorun: false });
  await worker.waitUntilReady();
  const rate = await perSecond(() => void worker.run(), done);
  await worker.close();
  await queue.obliterate({ force: true });
  await queue.close();
  return rate;
}

/** Removes the keys of one installation. */
async function forget(url, installation) {
  const { Redis } = require('ioredis');
  const redis = new Redis(url);
  for await (const keys of redis.scanStream({ match: `*${installation}*`, count: 1_000 }))
    if (keys.length > 0) await redis.unlink(...keys);
  await redis.quit();
}

/** 10,000 due jobs on Redis through the port, beside plain BullMQ. */
async function jobs(say) {
  const url = process.env.TEST_REDIS_URL;
  const taken = await inTurns({ ours: () => throughThePort(url), theirs: () => plainBullMq(url) });
  say(`${taken.ours.at(-1).toFixed(0)} jobs/s beside ${taken.theirs.at(-1).toFixed(0)}`);
  const what = `${JOBS} jobs that are due when work begins, each done by a handler that does nothing, ${CONCURRENCY} at a time, until the last one; beside BullMQ alone with the same attempts, back-off and removal of what is done; jobs a second`;
  return [
    row(
      { name: '10,000 due jobs on Redis', profile: 'server', what, aim: '≥ 0.7' },
      taken.ours,
      taken.theirs,
    ),
  ];
}

module.exports = { jobs };
