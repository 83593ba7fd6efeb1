'use strict';

/** Longer than anything that ends by itself after a test, in milliseconds. */
const PATIENCE_MS = Number(process.env.LEFT_OPEN_MS ?? 20_000);

/**
 * Ends a run whose tests are done and that does not end, because one of them left a connection, a server or a timer open: says what is open, and
 * fails. Where several processes run tests, jest ends them itself.
 */
module.exports = class LeftOpen {
  onRunComplete() {
    setTimeout(() => {
      const open = [...new Set(process.getActiveResourcesInfo())].sort().join(', ');
      process.stderr.write(
        `The tests are done, and ${PATIENCE_MS / 1_000} s later something that one of them opened still keeps the run from ending (${open}). ` +
          'Where a test failed above, it did not get as far as closing it; else find it with --detectOpenHandles.\n',
      );
      process.exit(1);
    }, PATIENCE_MS).unref();
  }
};
