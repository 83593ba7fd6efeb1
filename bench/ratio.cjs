'use strict';

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const rounded = (number) => Number(number.toFixed(3));

/** Ours over theirs, round by round: the median and the range of what the rounds gave. */
function row({ name, profile, what, aim }, ours, theirs) {
  const ratios = ours.map((value, index) => value / theirs[index]);
  const ratio = rounded(median(ratios));
  const holds = aim.startsWith('≤') ? ratio <= Number(aim.slice(2)) : ratio >= Number(aim.slice(2));
  return {
    name,
    profile,
    ratio,
    range: [rounded(Math.min(...ratios)), rounded(Math.max(...ratios))],
    aim,
    holds,
    what,
  };
}

module.exports = { median, row };
