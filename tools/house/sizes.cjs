'use strict';
const { functionsOf } = require('./syntax.cjs');

const FILE_LINES = 250;
const FUNCTION_LINES = 60;

/** A line over budget is a question; here is the answer, file by file. One that is no longer needed is to be struck. */
const ANSWERED = {};

const linesOf = (text) => text.split('\n').length - 1;
const isContract = (path) => /\.contract\.ts$|\/contract\//.test(path);

const middle = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const total = (numbers) => numbers.reduce((sum, n) => sum + n, 0);

/** Sizes over budget that nobody has answered for, and answers without a question. */
const sizes = (files, answered = ANSWERED) => {
  const long = files.filter(({ path, text }) => !isContract(path) && linesOf(text) > FILE_LINES);
  return [
    ...long
      .filter(({ path }) => !Object.hasOwn(answered, path))
      .map(({ path, text }) => ({
        rule: 'file-size',
        path,
        says: `${linesOf(text)} lines, the budget is ${FILE_LINES}: which part has a name of its own?`,
      })),
    ...Object.keys(answered)
      .filter((path) => !long.some((file) => file.path === path))
      .map((path) => ({
        rule: 'stale-answer',
        path,
        says: 'is within the budget now: strike it from tools/house/sizes.cjs.',
      })),
    ...files
      .filter(({ test }) => !test)
      .flatMap((file) => functionsOf(file).map((one) => ({ ...one, path: file.path })))
      .filter(({ lines }) => lines > FUNCTION_LINES)
      .map(({ path, name, lines }) => ({
        rule: 'function-size',
        path,
        says: `the function ${name} has ${lines} lines, the budget is ${FUNCTION_LINES}.`,
      })),
  ];
};

/** Figures to look at: what the middle file and function weigh, and how much test stands beside how much code. */
const figures = (files) => {
  const code = files.filter(({ path, test }) => !test && /^(apps|libs)\//.test(path));
  const test = files.filter((file) => file.test);
  const weigh = (some) => total(some.map(({ text }) => linesOf(text)));
  return {
    files: code.length,
    medianFile: middle(code.map(({ text }) => linesOf(text))),
    medianFunction: middle(code.flatMap(functionsOf).map(({ lines }) => lines)),
    codeLines: weigh(code),
    testLines: weigh(test),
    testToCode: Math.round((100 * weigh(test)) / Math.max(1, weigh(code))) / 100,
  };
};

module.exports = { figures, sizes };
