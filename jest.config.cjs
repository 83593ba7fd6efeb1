const esmPackages = require('./tools/esm-packages.cjs')(__dirname).map((name) =>
  name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
);

const ts = {
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'commonjs' },
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', tsx: false, decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
  },
};
const js = {
  swcrc: false,
  module: { type: 'commonjs' },
  jsc: { target: 'es2023', parser: { syntax: 'ecmascript' } },
};

const common = {
  rootDir: __dirname,
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.node/', '<rootDir>/data/'],
  moduleNameMapper: {
    '^@docket/(host|api)$': '<rootDir>/apps/$1/src/index.ts',
    '^@docket/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^@docket/([^/]+)/testing$': '<rootDir>/libs/$1/src/testing/index.ts',
  },
  transform: {
    '^.+\\.ts$': ['@swc/jest', ts],
    '^.+\\.m?js$': ['@swc/jest', js],
  },
  transformIgnorePatterns: [`/node_modules/(?!.*/node_modules/)(?!(?:${esmPackages.join('|')})/)`],
  clearMocks: true,
};

/** @type {import('jest').Config} */
module.exports = {
  testTimeout: 30_000,
  reporters: ['default', '<rootDir>/tools/left-open.reporter.cjs'],
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/{apps,libs}/**/*.spec.ts'],
    },
    { ...common, displayName: 'architecture', testMatch: ['<rootDir>/test/architecture/**/*.spec.ts'] },
    { ...common, displayName: 'e2e', testMatch: ['<rootDir>/test/e2e/**/*.spec.ts'] },
    { ...common, displayName: 'faults', testMatch: ['<rootDir>/test/faults/**/*.spec.ts'] },
  ],
};
