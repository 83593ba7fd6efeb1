'use strict';
const { existsSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

const libs = join(process.cwd(), 'libs');
const testing = (lib) => join(libs, lib, 'src', 'testing', 'index.ts');

/**
 * Where `@docket/<lib>/testing` lies, for dependency-cruiser: its reader of tsconfig paths stumbles over a pattern with
 * something behind the star. All other paths it takes from tsconfig.json.
 */
module.exports = {
  resolve: {
    alias: Object.fromEntries(
      (existsSync(libs) ? readdirSync(libs) : [])
        .filter((lib) => existsSync(testing(lib)))
        .map((lib) => [`@docket/${lib}/testing$`, testing(lib)]),
    ),
  },
};
