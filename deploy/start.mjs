/** `npm start`: the production server. Reads the environment or a `.env` file; see the README's configuration table. */
import { ensureBuilt, ensureInstalled, root } from './prepare.mjs';

ensureInstalled();
ensureBuilt();
process.chdir(root);
await import('../dist/main.js');
