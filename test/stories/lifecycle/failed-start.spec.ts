import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestServer } from '../../support/server';

describe('a program that cannot start', () => {
  const folder = mkdtempSync(join(process.env['TEST_FOLDER'] ?? '', 'start-'));
  const environment = {
    MODE: 'test',
    DATA_DIR: folder,
    SECRET_KEY: 'a secret for tests, long enough to be taken',
    MAIL_URL: 'mailbox:',
  };
  writeFileSync(join(folder, 'a-file'), '');

  const told = async (DATABASE_URL: string): Promise<string> => {
    const error: unknown = await TestServer.start({ ...environment, DATABASE_URL }).catch(
      (why: unknown) => why,
    );
    return error instanceof Error ? error.message : 'it started';
  };

  it.each([
    ['postgres://yushen:geheim@127.0.0.1:1/yushen', /cannot be used: nothing listens there/],
    ['postgres://yushen:geheim@no-such-host.invalid/yushen', /cannot be used: its name/],
    [`sqlite:${join(folder, 'a-file', 'yushen.db')}`, /No database can be kept at/],
  ])('says so once, in words, without a stack or a password: %s', async (address, words) => {
    const said = await told(address);
    expect(said).toMatch(words);
    expect(said).not.toMatch(/\n\s+at |node_modules|geheim/);
  });

  it('control: a folder that is only missing is made', async () => {
    const path = join(folder, 'new', 'place', 'yushen.db');
    const server = await TestServer.start({ ...environment, DATABASE_URL: `sqlite:${path}` });
    await server.stop();
    expect(existsSync(path)).toBe(true);
  });
});
