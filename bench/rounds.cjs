'use strict';
const { median } = require('./ratio.cjs');

const ROUNDS = 5;

const loops = [];

/** Always the same work on one core, in milliseconds: how much it varies is what the machine does beside us. */
function calibrate() {
  const began = performance.now();
  let state = 1;
  for (let step = 0; step < 30_000_000; step++) state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  loops.push(performance.now() - began + (state === 0 ? 1 : 0));
}

/** The spread of all calibrations so far: how far the slowest lies above the fastest, as a share of the middle one. */
function noise() {
  const [least, most] = [Math.min(...loops), Math.max(...loops)];
  return {
    loops: loops.length,
    medianMs: Math.round(median(loops)),
    spread: Number(((most - least) / median(loops)).toFixed(2)),
  };
}

/**
 * Both sides in turns, the one that begins changing from round to round, after one turn each that does not count: what they
 * gave, round by round. `sides` are functions of the round that resolve to a number.
 */
async function inTurns(sides, { rounds = ROUNDS, isWarm = false } = {}) {
  const names = Object.keys(sides);
  const taken = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = isWarm ? 1 : 0; round <= rounds; round++) {
    calibrate();
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const value = await sides[name](round);
      if (round > 0) taken[name].push(value);
    }
  }
  return taken;
}

module.exports = { ROUNDS, inTurns, noise };
