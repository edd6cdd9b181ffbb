/** `npm run check`: everything that is fast: format, lint, types, architecture, migrations. */
import { ensureInstalled, root, run } from './prepare.mjs';
import { join } from 'node:path';

ensureInstalled();
const bin = (...parts) => join(root, 'node_modules', ...parts);
const steps = [
  [
    'format',
    [
      bin('prettier', 'bin', 'prettier.cjs'),
      '--check',
      'src',
      'test',
      'bench',
      'deploy',
      '*.ts',
      '*.js',
      '*.mjs',
    ],
  ],
  ['lint', [bin('eslint', 'bin', 'eslint.js'), 'src', 'test', 'bench', 'ormconfig.ts']],
  ['types', [bin('typescript', 'bin', 'tsc'), '--noEmit']],
  [
    'architecture and migrations',
    [
      bin('jest', 'bin', 'jest.js'),
      'test/unit/architecture.spec.ts',
      'test/integration/database/schema.spec.ts',
    ],
  ],
];
for (const [name, args] of steps) {
  console.log(`— ${name}`);
  run(process.execPath, args);
}
