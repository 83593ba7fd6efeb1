'use strict';
const { spawn } = require('node:child_process');
const { join } = require('node:path');

const root = join(__dirname, '../..');

/** Says on standard error that a long step is under way, every two seconds until it ends. */
function progress(text) {
  const began = Date.now();
  process.stderr.write(`docket: ${text} …\n`);
  const timer = setInterval(() => {
    process.stderr.write(`docket: ${text} … ${Math.round((Date.now() - began) / 1000)} s\n`);
  }, 2_500);
  return () => clearInterval(timer);
}

/**
 * npm runs us through a shell and passes no signal on to it: when whoever started us is gone, we are meant, too. Asked each
 * second, and told once; gives a function that ends the asking.
 */
function onOrphaned(then) {
  const starter = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === starter) return;
    clearInterval(timer);
    then();
  }, 1_000);
  return () => clearInterval(timer);
}

/** Runs a child process to its end, passing on signals; gives its exit code. Interrupts reach the whole terminal group. */
function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options });
    const ignore = () => undefined;
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', ignore);
    process.on('SIGTERM', pass);
    const forget = onOrphaned(() => child.kill('SIGTERM'));
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      process.off('SIGINT', ignore);
      process.off('SIGTERM', pass);
      forget();
      resolve(signal ? 128 + (require('node:os').constants.signals[signal] ?? 0) : (code ?? 1));
    });
  });
}

/** Runs a step quietly with progress; what it said is shown only when it fails. */
async function quietStep(text, program, args, options = {}) {
  const stop = progress(text);
  const said = [];
  const code = await new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    child.stdout.on('data', (data) => said.push(data));
    child.stderr.on('data', (data) => said.push(data));
    child.on('error', reject);
    child.on('exit', (exit) => resolve(exit ?? 1));
  }).finally(stop);
  if (code === 0) return;
  process.stderr.write(Buffer.concat(said));
  throw new Error(`${text} failed (exit ${code}).`);
}

/** npm as it was called, or the one beside this Node. */
function npm(args) {
  const script = process.env.npm_execpath;
  return script?.endsWith('.js') || script?.endsWith('.cjs')
    ? [process.execPath, [script, ...args]]
    : ['npm', args];
}

module.exports = { npm, progress, quietStep, root, run };
