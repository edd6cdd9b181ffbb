import { HeadKey, UnfitKey } from '../ledger/head-key';
import { Command, exitCodes, textOf, WrongUse } from './command';
import { readHeads } from './verify.command';

/**
 * Signs heads that came by mail or on paper, on a machine that has the key and no database. What it prints is kept
 * there and given to `verify --head … --key …`.
 */
export const signHeadCommand: Command = {
  name: 'sign-head',
  usage: 'sign-head --key PRIVATE.pem --head FILE',
  options: { key: { type: 'string' }, head: { type: 'string' } },
  positionals: 0,
  run(given, terminal) {
    const { words, say } = terminal;
    const key = privateKey(textOf(given, 'key', terminal));
    const path = textOf(given, 'head', terminal);
    const heads = readHeads(path, words).map(({ seq, hash }) => {
      // A shortened hash, or one without its number, would let several histories pass for the signed one.
      if (seq === null || hash.length !== 64) throw new WrongUse(words.t('cli.sign-head.short', { path }));
      return { seq, hash, signature: key.sign({ seq, hash }) };
    });
    say(JSON.stringify(heads, null, 2));
    return Promise.resolve(exitCodes.done);
  },
};

function privateKey(path: string): HeadKey {
  try {
    return HeadKey.read(path);
  } catch (error) {
    if (error instanceof UnfitKey) throw new WrongUse(error.message);
    throw error;
  }
}
