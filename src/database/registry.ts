import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { getMetadataArgsStorage, type MigrationInterface } from 'typeorm';

/** Files are found by their names, so they cannot be imported by a fixed path. */
const load: (path: string) => unknown = createRequire(__filename);

type MigrationClass = new () => MigrationInterface;

/** Every entity class that has been loaded with its feature's module. */
export function allEntities(): (new () => object)[] {
  loadEntities();
  return getMetadataArgsStorage()
    .tables.map(({ target }) => target)
    .filter((target): target is new () => object => typeof target === 'function');
}

/** The migrations of `migrations/`, in the order of their numbers. */
export function allMigrations(): MigrationClass[] {
  const folder = join(__dirname, 'migrations');
  return readdirSync(folder)
    .filter(isCode)
    .sort()
    .flatMap((file) => Object.values(load(join(folder, file)) as Record<string, MigrationClass>));
}

/** Loads each `<feature>/<noun>.entity` file, so that a command line without the feature's module knows it too. */
function loadEntities(): void {
  const source = join(__dirname, '..');
  for (const entry of readdirSync(source, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    for (const file of readdirSync(join(source, entry.name))) {
      if (/\.entity\.(ts|js)$/.test(file)) load(join(source, entry.name, file));
    }
  }
}

function isCode(file: string): boolean {
  return /\.(ts|js)$/.test(file) && !file.endsWith('.d.ts');
}
