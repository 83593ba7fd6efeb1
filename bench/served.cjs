'use strict';
const { spawn } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { createServer } = require('node:net');
const { setTimeout: pause } = require('node:timers/promises');

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const answers = async (url) => {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
};

/** Resident memory of a process, in bytes, as the kernel counts it. */
const residentBytes = (pid) =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1024;

/** Runs a script until it answers at `path` once: milliseconds to that answer, and resident bytes at rest after it. */
async function serveOnce(script, path, env, restMs = 2_000) {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...script], {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    const url = `http://127.0.0.1:${port}${path}`;
    while (!(await answers(url))) {
      if (child.exitCode !== null) throw new Error(`${script.join(' ')} ended with ${child.exitCode}.`);
      if (performance.now() - began > 60_000)
        throw new Error(`${script.join(' ')} did not answer in a minute.`);
      await pause(5);
    }
    const milliseconds = performance.now() - began;
    await pause(restMs);
    return { milliseconds, bytes: residentBytes(child.pid) };
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

module.exports = { serveOnce };
