/**
 * What has to be there before the program or its tests can run: the packages of the lockfile, and for a start the
 * compiled program. Plain Node, because nothing is installed yet when this runs.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const inRoot = (...parts) => join(root, ...parts);

/** Runs a command with its output shown. Ends this process when it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
  });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

/** `npm ci` where node_modules is absent or older than the lockfile. */
export function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(
      `Node ${process.versions.node} is too old: 20.19 or newer is needed (24 LTS is recommended).`,
    );
    process.exit(1);
  }
  const marker = inRoot('node_modules', '.package-lock.json');
  const lockfile = inRoot('package-lock.json');
  if (existsSync(marker) && statSync(marker).mtimeMs >= statSync(lockfile).mtimeMs) return;
  console.log('Installing packages (once; three minutes where the database driver has to be compiled) …');
  run('npm', ['ci', '--no-audit', '--no-fund']);
}

/** Compiles where a source is newer than what was compiled before. */
export function ensureBuilt() {
  const built = inRoot('dist', 'main.js');
  if (existsSync(built) && newest(inRoot('src')) <= statSync(built).mtimeMs) return;
  console.log('Compiling …');
  rmSync(inRoot('dist'), { recursive: true, force: true });
  run(process.execPath, [inRoot('node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json']);
  cpSync(inRoot('src', 'reference', 'data'), inRoot('dist', 'reference', 'data'), { recursive: true });
}

function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }
  return latest;
}
