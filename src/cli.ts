import 'reflect-metadata';
import { processTerminal, runCommand } from './cli/run';

/** `npm run cli -- <command>`. */
runCommand(process.argv.slice(2), processTerminal(process.env)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  },
);
