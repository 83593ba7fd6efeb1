'use strict';
const { parseArgs } = require('node:util');

const USAGE = 'npm run bench -- [--peers] [--json FILE] [--only NAME]…';

/**
 * What the bench was asked: where the rows go as JSON, whether peers that are no dependency are fetched, and of which measurements to
 * run, all where none is named. @throws Error that says what there is
 */
const readArguments = (args, measurements) => {
  const options = {
    json: { type: 'string' },
    peers: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
  };
  const { values } = read(args, options);
  const names = measurements.map(({ name }) => name);
  const unknown = values.only.find((name) => !names.includes(name));
  if (unknown) throw new Error(`There is no measurement "${unknown}"; there are ${names.join(', ')}.`);
  const chosen = values.only.length > 0 ? values.only : names;
  return { ...values, chosen: measurements.filter(({ name }) => chosen.includes(name)) };
};

const read = (args, options) => {
  try {
    return parseArgs({ args, options });
  } catch (error) {
    throw new Error(`${error.message} Usage: ${USAGE}`, { cause: error });
  }
};

module.exports = { readArguments };
