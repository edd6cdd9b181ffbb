import Database from 'better-sqlite3';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWriter, writerOptions } from '../../../src/database/data-sources';
import { backupBeforeMigrating } from '../../../src/ops/backup-before-migrating';
import { readConfig } from '../../../src/config/config';
import { FilesService } from '../../../src/files/files.service';
import { foundCity, TestCity } from '../../support/city';
import { freshDatabaseUrl } from '../../support/databases';
import { installation, run } from './command-line';

const folder = (name: string): string => mkdtempSync(join(process.env['TEST_FOLDER'] ?? '', `${name}-`));

/** The smallest picture there is. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('a backup', () => {
  let city: TestCity;
  let environment: Record<string, string>;
  beforeAll(async () => {
    city = await foundCity('sqlite');
    await city.openRound(1);
    const owner = { subject: { type: 'lead', id: 'some' }, actor: { personId: null, label: 'test' } };
    await city.app.get(FilesService).store(picture, '现场.png', owner);
    environment = installation(city.app.config.DATABASE_URL, city.app.config.DATA_DIR);
  });
  afterAll(() => city.close());

  it('T-08 of a running city is restored elsewhere, whole and verified', async () => {
    const to = join(folder('backup'), 'today');
    const made = await run(environment, 'backup', to);
    expect([made.code, made.err]).toEqual([0, '']);
    expect(readdirSync(to).sort()).toEqual(['files', 'manifest.json', 'yushen.db']);

    const elsewhere = installation(`sqlite:${join(folder('db'), 'yushen.db')}`, folder('data'));
    const restored = await run(elsewhere, 'restore', to);
    expect([restored.code, restored.err]).toEqual([0, '']);
    expect((await run(elsewhere, 'verify')).code).toBe(0);
    const path = elsewhere['DATABASE_URL']?.slice('sqlite:'.length) ?? '';
    const copy = new Database(path, { readonly: true });
    expect(copy.prepare('select count(*) as n from person').get()).toEqual({ n: 45 });
    copy.close();
  });

  it('does not go into a folder that holds something', async () => {
    const to = folder('full');
    writeFileSync(join(to, 'mine.txt'), 'mine');
    const { code, err } = await run(environment, 'backup', to);
    expect([code, err.includes('not empty')]).toEqual([2, true]);
    expect(readdirSync(to)).toEqual(['mine.txt']);
  });

  it('is refused when it was changed, cut off, or is none', async () => {
    const to = join(folder('backup'), 'damaged');
    await run(environment, 'backup', to);
    const elsewhere = installation(`sqlite:${join(folder('db'), 'yushen.db')}`, folder('data'));
    writeFileSync(join(to, 'yushen.db'), 'x', { flag: 'a' });
    expect((await run(elsewhere, 'restore', to)).code).toBe(1);
    rmSync(join(to, 'yushen.db'));
    expect((await run(elsewhere, 'restore', to)).code).toBe(2);
    expect((await run(elsewhere, 'restore', folder('empty'))).code).toBe(2);
    expect(existsSync(elsewhere['DATABASE_URL']?.slice('sqlite:'.length) ?? '')).toBe(false);
  });

  it('is not put in the place of a database that a server is using', async () => {
    const to = join(folder('backup'), 'used');
    await run(environment, 'backup', to);
    const { code, err } = await run(environment, 'restore', to);
    expect([code, err.includes('Another server')]).toEqual([1, true]);
  });

  it('keeps what was there before', async () => {
    const to = join(folder('backup'), 'kept');
    await run(environment, 'backup', to);
    const place = folder('db');
    const url = await freshDatabaseUrl('sqlite');
    const elsewhere = installation(`sqlite:${join(place, 'yushen.db')}`, folder('data'));
    const { copyFileSync } = await import('node:fs');
    copyFileSync(url.slice('sqlite:'.length), join(place, 'yushen.db'));
    expect((await run(elsewhere, 'restore', to)).code).toBe(0);
    expect(readdirSync(place).some((name) => name.startsWith('yushen.db.before-restore-'))).toBe(true);
  });

  it('says when an attachment is missing', async () => {
    const lost = { ...environment, DATA_DIR: folder('no-files') };
    const { code, err } = await run(lost, 'backup', join(folder('backup'), 'lost'));
    expect([code, err.includes('missing or damaged')]).toEqual([1, true]);
  });

  it('of PostgreSQL is left to its own tools', async () => {
    const postgres = installation('postgres://nobody@127.0.0.1:1/none', folder('data'));
    for (const command of ['backup', 'restore']) {
      const { code, err } = await run(postgres, command, folder('any'));
      expect([code, /pg_dump|pg_restore/.test(err)]).toEqual([2, true]);
    }
  });
});

describe('a database that is behind the program', () => {
  it('is copied aside before it is migrated, and only then', async () => {
    const data = folder('data');
    const path = join(folder('db'), 'yushen.db');
    const environment = installation(`sqlite:${path}`, data);
    const config = readConfig(environment);
    expect(await backupBeforeMigrating(config)).toBeNull();
    expect((await run(environment, 'migrate')).code).toBe(0);
    expect(existsSync(join(data, 'backups'))).toBe(false);

    const writer = await openWriter(writerOptions(`sqlite:${path}`));
    await writer.undoLastMigration();
    await writer.destroy();
    const behind = await run(environment, 'verify');
    expect([behind.code, behind.err.includes('behind')]).toEqual([1, true]);
    const { code, out } = await run(environment, 'migrate');
    expect([code, out.includes('before-migrating-')]).toEqual([0, true]);
    expect(readdirSync(join(data, 'backups'))).toHaveLength(1);
    expect((await run(environment, 'migrate')).out).toContain('up to date');
    expect(readdirSync(join(data, 'backups'))).toHaveLength(1);
  });
});
