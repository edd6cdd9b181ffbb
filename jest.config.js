/**
 * Jest on CommonJS TypeScript with ESM-only packages on Node 20. `test/support/shared-runtime.js` leaves packages and
 * the program to Node, once for each worker; SWC compiles what is TypeScript.
 */
module.exports = {
  runtime: '<rootDir>/test/support/shared-runtime.js',
  testSequencer: '<rootDir>/test/support/longest-first.js',
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/test/support/name-city.ts'],
  testTimeout: 60_000,
  workerIdleMemoryLimit: '1GB',
  reporters: ['default', '<rootDir>/test/support/final-line.reporter.js'],
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  testRegex: 'test/.*\\.spec\\.ts$',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json', 'node'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          target: 'es2022',
          keepClassNames: true,
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
};
