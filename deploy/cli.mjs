/** `npm run cli -- <command>`: the command line over the same modules. */
import { ensureBuilt, ensureInstalled, root } from './prepare.mjs';

ensureInstalled();
ensureBuilt();
process.chdir(root);
await import('../dist/cli.js');
