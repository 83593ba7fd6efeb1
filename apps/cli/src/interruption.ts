import { writeSync } from 'node:fs';
import { endProgress } from './progress';
import { problemText } from './problem';

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

const INTERRUPTED =
  'Interrupted. What was recorded stays recorded; a running Docket that was asked goes on with it. The same command again goes on from there.';

const leaving: (() => void)[] = [];

/** Has `letGo` called when the person at the terminal interrupts. */
export const leaveTidily = (letGo: () => void): void => {
  leaving.push(letGo);
};

/**
 * Ctrl-C ends at once: every command of ours that was acknowledged is in the log, and what is half done leaves no trace
 * there. Under --json a problem document says so.
 */
export const onInterruption = (json: boolean): void => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      endProgress();
      for (const letGo of leaving) letGo();
      if (json)
        writeSync(
          1,
          problemText({ code: 'interrupted', title: 'Interrupted', status: 503, detail: INTERRUPTED }),
        );
      writeSync(2, `docket: ${INTERRUPTED}\n`);
      process.exit(EXIT_CODES[signal]);
    });
};
