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
    return (await fetch(url)).status < 500;
  } catch {
    return false;
  }
};

/** Resident memory of a process, in bytes, as the kernel counts it. */
const residentBytes = (pid) =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1024;

/**
 * Runs a script that serves on `PORT`, until it answers at `path`: its URL, its process, milliseconds to that answer, and how to
 * end it. @throws when it ends before, with what it said, or does not answer in a minute
 */
async function serve(script, path, env) {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...script], {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said = [];
  child.stderr.on('data', (data) => said.push(data));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  const url = `http://127.0.0.1:${port}`;
  while (!(await answers(`${url}${path}`))) {
    if (child.exitCode !== null)
      throw new Error(`${script.join(' ')} ended with ${child.exitCode}: ${Buffer.concat(said).toString()}`);
    if (performance.now() - began > 60_000) {
      await stop();
      throw new Error(`${script.join(' ')} did not answer in a minute: ${Buffer.concat(said).toString()}`);
    }
    await pause(5);
  }
  return { url, pid: child.pid, milliseconds: performance.now() - began, stop };
}

/** As `serve`, once: milliseconds to the first answer, and resident bytes at rest after it. */
async function serveOnce(script, path, env, restMs = 2_000) {
  const served = await serve(script, path, env);
  try {
    await pause(restMs);
    return { milliseconds: served.milliseconds, bytes: residentBytes(served.pid) };
  } finally {
    await served.stop();
  }
}

module.exports = { freePort, serve, serveOnce };
