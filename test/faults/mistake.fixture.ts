import { join } from 'node:path';
import type { Place } from '../e2e/cli.fixture';

const PROJECTS = join(__dirname, '../../dist/libs/project/src/index.js');

/** Settings of a release that has a mistake: its projections of projects throw on the proposal that has `mark` in its words. */
export const withMistake = (place: Place, mark: string, message: string): Record<string, string> => {
  const preload = place.file(
    'mistake.cjs',
    `const { projectProjections } = require(${JSON.stringify(PROJECTS)});
     for (const { on } of projectProjections) {
       const applied = on.ProjectProposed;
       if (!applied) continue;
       on.ProjectProposed = (event) => {
         if (JSON.stringify(event).includes(${JSON.stringify(mark)})) throw new Error(${JSON.stringify(message)});
         return applied(event);
       };
     }`,
  );
  return { NODE_OPTIONS: `--require ${preload}` };
};
