/**
 * Loads the program and its packages once for each worker instead of once for each test file. Jest gives every file a
 * module registry of its own, so that each of some two hundred files would load TypeORM, Nest and five hundred of our
 * modules again: half of the suite's time. Test files and `test/support` still have a registry and a realm of their
 * own; what they share is what the program shares between requests anyway. A test that puts a module-wide thing into
 * another state therefore has to put it back.
 *
 * Node itself requires the packages, ESM-only ones among them, exactly as in production.
 */
const Module = require('node:module');
const { dirname, join, sep } = require('node:path');
const { default: Runtime } = require('jest-runtime');

const root = join(__dirname, '..', '..');
const program = join(root, 'src') + sep;
const packages = `${sep}node_modules${sep}`;

/** How the program's TypeScript is compiled in this worker, by the first runtime, and where its source maps lie. */
let compile = null;
const sourceMaps = new Map();

Module._extensions['.ts'] = (module, filename) => {
  const { code, sourceMapPath } = compile(filename);
  if (sourceMapPath) sourceMaps.set(filename, sourceMapPath);
  module._compile(code, filename);
};

/** The file a test file asks for, when it is one that all share; else null. */
function sharedFile(from, name) {
  if (name.startsWith('node:') || Module.isBuiltin(name) || /^(@jest\/|expect$|jest)/.test(name)) return null;
  if (from.includes(packages)) return null;
  const file = Module.createRequire(from).resolve(name);
  return file.startsWith(program) || file.includes(packages) ? file : null;
}

module.exports = class SharedRuntime extends Runtime {
  constructor(...given) {
    super(...given);
    const [, environment, , transformer] = given;
    compile ??= (filename) =>
      transformer.transform(filename, {
        collectCoverage: false,
        collectCoverageFrom: [],
        coverageProvider: 'v8',
        isInternalModule: false,
        supportsDynamicImport: true,
        supportsExportNamespaceFrom: false,
        supportsStaticESM: false,
        supportsTopLevelAwait: false,
      });
    // Decorators of the program and of test files write their metadata in one place, and an error is of the class
    // that a test names.
    const errors = { Error, TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError };
    Object.assign(environment.global, { Reflect, ...errors });
    // The program reads the environment of the worker; a test that changes it puts it back.
    environment.global.process.env = process.env;
  }

  requireModuleOrMock(from, name) {
    const file = sharedFile(from, name);
    return file === null ? super.requireModuleOrMock(from, name) : require(file);
  }

  /** Looked into when a stack is printed, after more of the program may have been loaded. */
  getSourceMaps() {
    const own = super.getSourceMaps();
    return {
      get: (filename) => own.get(filename) ?? sourceMaps.get(filename),
      [Symbol.iterator]: () => own[Symbol.iterator](),
    };
  }
};
