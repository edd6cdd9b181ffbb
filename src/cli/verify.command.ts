import { readFileSync } from 'node:fs';
import { Reader } from '../database/reader';
import { GivenHead, NoHeads, parseHeads } from '../ledger/heads-file';
import { reportLines } from '../ledger/verification';
import { Verifier } from '../ledger/verifier';
import type { Words } from '../words/words';
import { withApplication } from './application';
import { Command, exitCodes, textOf, WrongUse } from './command';

/** Recomputes the record of binding acts and everything that is sealed in it. Writes nothing. */
export const verifyCommand: Command = {
  name: 'verify',
  usage: 'verify [--head FILE]',
  options: { head: { type: 'string' } },
  positionals: 0,
  async run(given, { words, say }) {
    const path = textOf(given, 'head');
    const heads = path === undefined ? [] : readHeads(path, words);
    const report = await withApplication((app) =>
      app.get(Verifier, { strict: false }).verify(app.get(Reader, { strict: false }), { heads, words }),
    );
    for (const line of reportLines(report, words)) say(line);
    return report.problemCount === 0 ? exitCodes.done : exitCodes.failed;
  },
};

function readHeads(path: string, words: Words): GivenHead[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new WrongUse(words.t('cli.unreadable', { path }));
  }
  try {
    return parseHeads(text);
  } catch (error) {
    if (error instanceof NoHeads) throw new WrongUse(words.t('cli.verify.noHeads', { path }));
    throw error;
  }
}
