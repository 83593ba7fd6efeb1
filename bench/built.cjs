'use strict';
const { join } = require('node:path');
const { main } = require('../tools/run/server.cjs');

const built = main('api').replace(/apps.*$/, '');

/** The door of a built lib. */
const pathOf = (name) => join(built, 'libs', name, 'src', 'index.js');

/** A built lib, as the built apps find it. */
const lib = (name) => require(pathOf(name));

/** The composition root, as built. */
const host = () => require(join(built, 'apps', 'host', 'src', 'index.js'));

module.exports = { host, lib, pathOf };
