import { existsSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { LightMyRequestResponse } from 'fastify';
import type { Dialect } from '../../../src/database/sql';
import { sql } from '../../../src/database/sql';
import { PAPER_LIMITS, type PaperLimits } from '../../../src/domain/lead/paper-limits';
import { CitySettingsQueries } from '../../../src/settings/city-settings.queries';
import { CitySettingsService } from '../../../src/settings/city-settings.service';
import { foundCity, type TestCity } from '../../support/city';
import type { Visitor } from '../../support/visitor';

/** A file on its way. */
export interface Sent {
  name: string;
  content: Buffer;
  type?: string;
}

const boundary = 'boundary-of-the-papers';

/** A city with its attachments: what lies on the disk, what stands in the tables, and who sends and takes them. */
export class PaperCity {
  private made = 0;

  private constructor(readonly city: TestCity) {}

  static async found(dialect: Dialect, environment: Record<string, string> = {}): Promise<PaperCity> {
    return new PaperCity(await foundCity(dialect, environment));
  }

  /** A draft like no other. */
  async draft(account = 'scout-01'): Promise<string> {
    const book = this.city.book();
    this.made += 1;
    const body = book[this.made % book.length]?.body ?? {};
    return this.city.acts.draft({
      scout: account,
      body: { ...body, title: `第${this.made}号${String(body['title'])}` },
    });
  }

  send(visitor: Visitor, lead: string, ...files: Sent[]): Promise<LightMyRequestResponse> {
    const parts = files.map(({ name, content, type = 'application/octet-stream' }) => ({
      field: 'file',
      name,
      type,
      content,
    }));
    return visitor.upload(`/leads/${lead}/files`, { kind: 'other' }, parts);
  }

  async fileNamed(lead: string, name: string): Promise<string> {
    const row = await this.city.app.reader.one<{ id: string }>(
      sql`select id from stored_file where subject_id = ${lead} and name = ${name}`,
    );
    if (row === null) throw new Error(`no ${name}`);
    return row.id;
  }

  /** The ids of the files of a lead. */
  async filesOf(lead: string): Promise<string[]> {
    const rows = await this.city.app.reader.rows<{ id: string }>(
      sql`select id from stored_file where subject_type = 'lead' and subject_id = ${lead} order by id`,
    );
    return rows.map(({ id }) => id);
  }

  /** How many files the database knows. */
  async known(): Promise<number> {
    const row = await this.city.app.reader.one<{ n: number | string }>(
      sql`select count(*) as n from stored_file`,
    );
    return Number(row?.n);
  }

  /** Paths under the folder of attachments, relative to it. */
  onDisk(): string[] {
    const folder = join(this.city.app.config.DATA_DIR, 'files');
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .sort();
  }

  async limit(change: Partial<PaperLimits>): Promise<void> {
    const { value, version } = await this.city.app.get(CitySettingsQueries).current(PAPER_LIMITS);
    const admin = await this.city.acts.viewer('admin-01');
    await this.city.app
      .get(CitySettingsService)
      .change(admin, PAPER_LIMITS, { value: { ...value, ...change }, basedOn: version, reason: '测试' });
  }

  /** Opens a port, for what cannot be tried without a connection. */
  async listen(): Promise<number> {
    await this.city.app.app.listen(0, '127.0.0.1');
    const address = this.city.app.app.getHttpServer().address() as { port: number };
    return address.port;
  }

  close(): Promise<void> {
    return this.city.close();
  }
}

/**
 * Sends half of an upload over a connection of its own, waits until the server has something of it, and hangs up;
 * resolves when the connection is gone.
 */
export async function hangUpHalfway(
  port: number,
  visitor: Visitor,
  path: string,
  whole: Buffer,
  hasArrived: () => boolean,
): Promise<void> {
  const head = Buffer.from(
    `--${boundary}\r\nContent-Disposition: form-data; name="_csrf"\r\n\r\n${await visitor.csrfToken()}\r\n` +
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n`,
  );
  const cookies = ['session', 'csrf'].map((name) => `${name}=${visitor.cookie(name) ?? ''}`).join('; ');
  const request =
    `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: ${cookies}\r\n` +
    `Content-Type: multipart/form-data; boundary=${boundary}\r\n` +
    `Content-Length: ${head.length + whole.length + 100}\r\n\r\n`;
  await new Promise<void>((gone) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(request);
      socket.write(head);
      socket.write(whole.subarray(0, whole.length / 2));
      const look = (): void => {
        if (hasArrived()) socket.destroy();
        else setImmediate(look);
      };
      look();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => gone());
  });
}
