import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../../src/config/config';
import { sql } from '../../../src/database/sql';
import { HeadKey, readPublicKey, UnfitKey } from '../../../src/ledger/head-key';
import { parseHeads, type GivenHead } from '../../../src/ledger/heads-file';
import { LedgerHead } from '../../../src/ledger/ledger-head.entity';
import { runCommand } from '../../../src/cli/run';
import { wordsFor } from '../../../src/words/words';
import { onEachDatabase } from '../../support/databases';
import { type LedgerWorld, ledgerWorld, rewriteEverything } from './chain';

/** A pair of keys in files, as `openssl genpkey -algorithm ed25519` and `openssl pkey -pubout` make them. */
function keyFiles(): { readonly secret: string; readonly open: string } {
  const folder = mkdtempSync(join(process.env['TEST_FOLDER'] ?? '', 'keys-'));
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const [secret, open] = [join(folder, 'head-key.pem'), join(folder, 'head-key.pub')];
  writeFileSync(secret, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  writeFileSync(open, publicKey.export({ type: 'spki', format: 'pem' }));
  return { secret, open };
}

onEachDatabase('T-06 the heads of a ledger', (dialect) => {
  const [office, forger] = [keyFiles(), keyFiles()];
  let world: LedgerWorld;
  beforeEach(async () => {
    world = await ledgerWorld(dialect, HeadKey.read(office.secret));
    for (const n of [1, 2, 3]) await world.sealDay(`2026-0${n}-01`, `第${n}天`);
    await world.database.work.run((tx) => world.ledger.fixHead(tx, 'round.closed Y-2026-01'));
  });
  afterEach(() => world.database.close());

  const stored = (): Promise<LedgerHead[]> => world.database.reader.find(LedgerHead, sql`order by seq`);
  const found = async (heads: readonly GivenHead[] = []): Promise<[string[], number | null]> => {
    const { problems, signatures } = await world.verify(heads, readPublicKey(office.open));
    return [problems.map(({ what }) => what), signatures];
  };
  /** Writes the whole history anew, and signs its head with a key of one's own. */
  async function rewriteAndSign(): Promise<void> {
    await rewriteEverything(world);
    const [head] = await stored();
    if (!head) throw new Error('no head');
    const signature = HeadKey.read(forger.secret).sign(head);
    await world.tamper(`update ledger_head set signature = '${signature}'`);
  }

  it('are signed as they are fixed, which the public key shows', async () => {
    const [head] = await stored();
    expect(head?.signature).toMatch(/^[A-Za-z0-9+/]{86}==$/);
    expect(await found()).toEqual([[], 1]);
  });

  it('do not pass when all was rewritten and signed with another key', async () => {
    await rewriteAndSign();
    expect(await found()).toEqual([['headForged'], 0]);
    await world.tamper('update ledger_head set signature = null');
    expect(await found()).toEqual([['headsUnsigned'], 0]);
  });

  it('pass in both cases where nobody looks at signatures (control), and for whoever has the key (what it cannot prove)', async () => {
    await rewriteAndSign();
    expect((await world.verify()).problemCount).toBe(0);
    const [head] = await stored();
    const again = head && HeadKey.read(office.secret).sign(head);
    await world.tamper(`update ledger_head set signature = '${again}'`);
    expect(await found()).toEqual([[], 1]);
  });

  it('fixed without a key count as a fault after the first signed one, and before it as what they are', async () => {
    await world.tamper(
      "insert into ledger_head (id, seq, hash, cause, at) select 'early', 1, hash, 'early', at from ledger_entry where seq = 1",
    );
    expect(await found()).toEqual([[], 1]);
    await world.tamper(
      "insert into ledger_head (id, seq, hash, cause, at) select 'late', 4, hash, 'late', at from ledger_entry where seq = 3",
    );
    expect((await found())[0]).toContain('headUnsigned');
  });

  it('are signed on another machine by the command line, and such a file is checked', async () => {
    const [head] = await stored();
    const folder = mkdtempSync(join(process.env['TEST_FOLDER'] ?? '', 'heads-'));
    const mailed = join(folder, 'mailed.txt');
    writeFileSync(mailed, `截止时：第${head?.seq}号：${head?.hash.replace(/(.{4})(?=.)/g, '$1 ')}\n`);
    const said: string[] = [];
    const terminal = {
      words: wordsFor('en'),
      say: (line: string) => void said.push(line),
      complain: () => {},
    };
    const sign = (...typed: string[]) => runCommand(['sign-head', ...typed], terminal);
    expect(await sign('--key', office.secret, '--head', mailed)).toBe(0);
    const signed = parseHeads(said.join('\n'));
    expect(signed).toEqual([{ seq: head?.seq, hash: head?.hash, signature: head?.signature }]);
    expect(await found(signed)).toEqual([[], 2]);
    expect(await found([{ seq: head?.seq ?? 0, hash: head?.hash ?? '' }])).toEqual([['headUnsigned'], 1]);
    await rewriteEverything(world);
    expect((await found(signed))[0]).toContain('headDiffers');
    writeFileSync(mailed, `第${head?.seq}号：${head?.hash.slice(0, 16)}`);
    for (const typed of [
      ['--key', office.secret, '--head', mailed],
      ['--key', office.open, '--head', mailed],
      ['--key', mailed, '--head', mailed],
      ['--head', mailed],
    ])
      expect(await sign(...typed)).toBe(2);
  });
});

describe('a key for heads', () => {
  it('that cannot be read, or is of another kind, stops the start by name', () => {
    const folder = mkdtempSync(join(process.env['TEST_FOLDER'] ?? '', 'keys-'));
    const rsa = join(folder, 'rsa.pem');
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    writeFileSync(rsa, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    for (const path of [rsa, join(folder, 'missing.pem')]) {
      expect(() => HeadKey.read(path)).toThrow(UnfitKey);
      expect(() => HeadKey.read(path)).toThrow(path);
    }
    const given = {
      BASE_URL: 'https://y.example',
      SECRET_KEY: 'x'.repeat(40),
      MAIL_URL: 'smtp://m',
      HEAD_KEY_FILE: rsa,
    };
    expect(readConfig(given).HEAD_KEY_FILE).toBe(rsa);
  });
});
