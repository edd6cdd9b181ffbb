import { copyFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { startApp } from '../../support/app';
import { TestServer } from '../../support/server';

describe('C-12 a second server on the same SQLite file', () => {
  it('does not start, ends with another code than 0, and says in words why; once the first has ended it does', async () => {
    const first = await startApp('sqlite');
    const { DATABASE_URL, DATA_DIR } = first.config;
    const environment = {
      MODE: 'test',
      DATABASE_URL,
      DATA_DIR,
      SECRET_KEY: 'a secret for tests, long enough to be taken',
      MAIL_URL: 'mailbox:',
    };
    const refused = TestServer.start(environment);
    await expect(refused).rejects.toThrow(/ended with [1-9]\d*: [^]*Another server is already running on/);
    await first.close();
    const second = await TestServer.start(environment);
    expect(second.output.join('')).toContain('ready http');
    await second.stop();
  }, 60_000);

  it('control: without the lock beside it the file itself lets both in', async () => {
    const first = await startApp('sqlite');
    const path = first.config.DATABASE_URL.slice('sqlite:'.length);
    const copy = `${path}.unguarded`;
    copyFileSync(path, copy);
    const both = [new Database(copy), new Database(copy)];
    for (const database of both) {
      database.pragma('journal_mode = WAL');
      database
        .prepare("insert into calendar_day (day, kind, name) values (?, 'holiday', 'x')")
        .run(`2026-10-0${both.indexOf(database) + 1}`);
    }
    both.forEach((database) => database.close());
    await first.close();
  });
});
