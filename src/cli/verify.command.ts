import { readFileSync } from 'node:fs';
import { Reader } from '../database/reader';
import { readPublicKey, UnfitKey } from '../ledger/head-key';
import { GivenHead, NoHeads, parseHeads } from '../ledger/heads-file';
import { reportLines } from '../ledger/verification';
import { Verifier } from '../ledger/verifier';
import type { Words } from '../words/words';
import { withApplication } from './application';
import { Command, exitCodes, textOf, WrongUse } from './command';

/** Recomputes the record of binding acts and everything that is sealed in it. Writes nothing. */
export const verifyCommand: Command = {
  name: 'verify',
  usage: 'verify [--head FILE] [--key PUBLIC.pem]',
  options: { head: { type: 'string' }, key: { type: 'string' } },
  positionals: 0,
  async run(given, { words, say }) {
    const path = textOf(given, 'head');
    const heads = path === undefined ? [] : readHeads(path, words);
    const publicKey = keyOf(textOf(given, 'key'));
    const report = await withApplication((app) =>
      app
        .get(Verifier, { strict: false })
        .verify(app.get(Reader, { strict: false }), { heads, publicKey, words }),
    );
    for (const line of reportLines(report, words)) say(line);
    return report.problemCount === 0 ? exitCodes.done : exitCodes.failed;
  },
};

function keyOf(path: string | undefined): ReturnType<typeof readPublicKey> | undefined {
  try {
    return path === undefined ? undefined : readPublicKey(path);
  } catch (error) {
    if (error instanceof UnfitKey) throw new WrongUse(error.message);
    throw error;
  }
}

export function readHeads(path: string, words: Words): GivenHead[] {
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
