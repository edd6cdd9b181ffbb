import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The project's `views/` folder, found by walking up from this file to the nearest folder that holds
 * `package.json`: right for `src/` under ts runners and for the built `dist/` alike.
 */
export function viewsFolder(from: string = __dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return join(folder, 'views');
    if (folder === dirname(folder)) throw new Error(`no package.json above ${from}: where are the views?`);
  }
}
