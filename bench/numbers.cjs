'use strict';

/** Whole numbers that look random and are the same in every run (a linear congruence, Numerical Recipes). */
const numbersFrom = (seed) => {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
};

module.exports = { numbersFrom };
