'use strict';
const {
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} = require('node:fs');
const { join } = require('node:path');
const { setTimeout } = require('node:timers/promises');
const { progress, root } = require('./step.cjs');

const LOOK_MS = 100;
const folder = join(root, '.node');
/** A folder that holds one file, named by the process whose lock it is; empty or absent, it is free. */
const lock = join(folder, 'lock');
const mark = (pid) => `owner-${pid}`;

/** Moves a folder with our mark in it into place, which works only where none with a mark stands. */
function take() {
  const mine = join(folder, `lock-${process.pid}`);
  mkdirSync(mine, { recursive: true });
  writeFileSync(join(mine, mark(process.pid)), '');
  try {
    renameSync(mine, lock);
    return true;
  } catch (error) {
    rmSync(mine, { recursive: true, force: true });
    if (['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(error.code)) return false;
    throw error;
  }
}

/** Takes away a mark, and the folder when nobody else has moved in. */
function letGo(pid) {
  for (const step of [() => unlinkSync(join(lock, mark(pid))), () => rmdirSync(lock)])
    try {
      step();
    } catch (error) {
      if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(error.code)) throw error;
    }
}

function owner() {
  try {
    return Number(readdirSync(lock)[0]?.replace('owner-', '')) || undefined;
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

async function waitForOthers() {
  let stop;
  while (!take()) {
    const pid = owner();
    if (pid === undefined || !isAlive(pid)) letGo(pid);
    else stop ??= progress(`another command (process ${pid}) is preparing, waiting for it`);
    await setTimeout(LOOK_MS);
  }
  stop?.();
}

/**
 * Does what changes programs, packages or the build, one process at a time. What a process that died had locked is taken over. In
 * a folder nobody may write to there is nothing to change and nothing to lock.
 */
async function alone(work) {
  try {
    await waitForOthers();
  } catch (error) {
    if (['EACCES', 'EROFS'].includes(error.code)) return work();
    throw error;
  }
  try {
    return await work();
  } finally {
    letGo(process.pid);
  }
}

module.exports = { alone };
