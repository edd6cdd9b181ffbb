/**
 * `npm test`: installs what is missing and runs every test. Further arguments go to jest:
 * `npm test -- test/unit` runs the unit tests only.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, root } from '../deploy/prepare.mjs';
import { findChromium } from './support/chromium.mjs';

ensureInstalled();
ensureBuilt();
process.env.CHROME_PATH = findChromium();
const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
// Each file starts the program anew and throws it away: more room for what is young saves a tenth of the processor.
const flags = ['--max-semi-space-size=64'];
const { status } = spawnSync(process.execPath, [...flags, jest, '--maxWorkers=2', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(status ?? 1);
