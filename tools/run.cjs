// The one door of every npm script: brings the right Node, the packages and the build where they are missing, then runs
// the command. Plain CommonJS without dependencies, because it runs before anything is installed.
'use strict';
const { ensureNode } = require('./run/node.cjs');
const { ensureInstalled } = require('./run/install.cjs');
const { ensureBuilt } = require('./run/build.cjs');
const { commands } = require('./run/commands.cjs');
const { alone } = require('./run/lock.cjs');

async function main([name, ...args]) {
  const command = commands[name];
  if (!command) throw new Error(`Unknown command "${name}". Known: ${Object.keys(commands).join(', ')}.`);
  const carriedOn = await ensureNode();
  if (carriedOn !== undefined) return carriedOn;
  await alone(async () => {
    await ensureInstalled();
    if (command.needsBuild) await ensureBuilt();
  });
  return command.run(args);
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    process.stderr.write(`docket: ${error.message}\n`);
    process.exit(2);
  },
);
