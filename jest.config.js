/**
 * Jest on CommonJS TypeScript with ESM-only packages on Node 20: every package under node_modules that says
 * "type": "module" is found when this file loads and compiled to CommonJS by SWC (jest caches the result).
 */
const { readdirSync, readFileSync, existsSync } = require('node:fs');
const { join } = require('node:path');

function esmPackages(directory) {
  const found = [];
  const look = (name) => {
    const path = join(directory, name);
    try {
      if (JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')).type === 'module') found.push(name);
    } catch {
      // not a package folder
    }
    if (existsSync(join(path, 'node_modules'))) found.push(...esmPackages(join(path, 'node_modules')));
  };
  for (const entry of readdirSync(directory)) {
    if (entry.startsWith('.')) continue;
    if (entry.startsWith('@'))
      for (const scoped of readdirSync(join(directory, entry))) look(`${entry}/${scoped}`);
    else look(entry);
  }
  return found;
}

const esm = [...new Set(esmPackages(join(__dirname, 'node_modules')))].map((name) =>
  name.replace(/[.+]/g, '\\$&'),
);

// CommonJS, but with a dynamic import that jest's own module loader cannot follow unless SWC turns it into a require.
const importsDynamically = ['@fastify/cookie'];

const swc = (parser, transform = {}) => [
  '@swc/jest',
  {
    swcrc: false,
    jsc: { parser, target: 'es2022', keepClassNames: true, ...transform },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];

module.exports = {
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/test/support/name-city.ts'],
  testTimeout: 60_000,
  // Each file loads the whole program; a worker that has grown makes room for a fresh one.
  workerIdleMemoryLimit: '1GB',
  reporters: ['default', '<rootDir>/test/support/final-line.reporter.js'],
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  testRegex: 'test/.*\\.spec\\.ts$',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json', 'node'],
  transform: {
    '^.+\\.ts$': swc(
      { syntax: 'typescript', decorators: true },
      { transform: { legacyDecorator: true, decoratorMetadata: true } },
    ),
    '^.+\\.m?js$': swc({ syntax: 'ecmascript' }),
  },
  transformIgnorePatterns: [
    `/node_modules/(?!(?:.*/node_modules/)?(?:${[...esm, ...importsDynamically].join('|')})/)`,
  ],
};
