import type { Dialect } from '../../src/database/sql';
import { sql } from '../../src/database/sql';
import { DemoActs } from '../../src/demo/demo-acts';
import type { Fortune } from '../../src/demo/demo-votes';
import { seededChance } from '../../src/demo/demo-votes';
import { City, Founding } from '../../src/demo/founding';
import { BookEntry, leadBook } from '../../src/demo/lead-book';
import { beijing, beijingDay, toInstant, msOf } from '../../src/domain/shared/instant';
import { MailBodies } from '../../src/mail/mail-body';
import { OutboxMail } from '../../src/mail/outbox-mail.entity';
import { startApp, TestApp } from './app';
import type { Visitor } from './visitor';

const day = 86_400_000;

export interface TestMail {
  id: string;
  kind: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** The program with a founded city in it: units, people, hosts, rubrics, rules and the panel of ten seats. */
export class TestCity {
  readonly chance = seededChance(7);

  constructor(
    readonly app: TestApp,
    readonly city: City,
    readonly acts: DemoActs,
  ) {}

  /** Lead bodies that fit the time of the test; all of the manufacturing track, none a duplicate of another. */
  book(): BookEntry[] {
    const { year, month } = beijing(this.app.clock.now());
    const reported = { year, month, day: beijingDay(toInstant(msOf(this.app.clock.now()) - 3 * day)) };
    return leadBook(reported).filter(
      ({ body }) => body['track'] === 'manufacturing' && !/华中工厂|电子级溶剂/.test(String(body['title'])),
    );
  }

  /** Leads reported and accepted: they wait for a round. */
  async queuedLeads(count: number, from = 0): Promise<string[]> {
    const ids: string[] = [];
    for (const entry of this.book().slice(from, from + count)) {
      const id = await this.acts.report(entry);
      await this.acts.decideIntake('secretary-01', id, 'accept');
      ids.push(id);
    }
    return ids;
  }

  /** An open round on leads of its own, its deadline five days ahead. */
  async openRound(leads: number, from = 0): Promise<OpenRound> {
    const leadIds = await this.queuedLeads(leads, from);
    const deadlineAt = toInstant(msOf(this.app.clock.now()) + 5 * day);
    const round = { title: '测试轮次', deadlineAt, panelId: this.city.panelId, leadIds };
    const id = await this.acts.openRound('secretary-01', round);
    return { id, leadIds, deadlineAt };
  }

  /** Every seat votes on every item. */
  async allVote(round: OpenRound, fortunes: readonly Fortune[]): Promise<void> {
    const items = round.leadIds.map((leadId, at) => ({
      leadId,
      fortune: fortunes[at % fortunes.length] ?? 'good',
    }));
    for (let seat = 0; seat < 10; seat += 1) await this.acts.vote(round.id, seat, items, this.chance);
  }

  /** Every seat but one votes on every item; that one only on the last. */
  async allVoteBut(round: OpenRound, absent: number, fortunes: readonly Fortune[]): Promise<void> {
    const items = round.leadIds.map((leadId, at) => ({
      leadId,
      fortune: fortunes[at % fortunes.length] ?? 'good',
    }));
    for (let seat = 0; seat < 10; seat += 1) {
      const own = seat === absent ? items.slice(-1) : items;
      await this.acts.vote(round.id, seat, own, this.chance);
    }
  }

  /** All mails so far, oldest first, readable. */
  async mails(kind?: string): Promise<TestMail[]> {
    const bodies = this.app.get(MailBodies);
    const rows = await this.app.reader.find(OutboxMail, sql`order by id`);
    return rows
      .filter((row) => kind === undefined || row.kind === kind)
      .map((row) => ({
        id: row.id,
        kind: row.kind,
        to: row.toAddress,
        subject: row.subject,
        ...(bodies.open(row.id, row.bodySealed) ?? { text: '', html: '' }),
      }));
  }

  /** The path of the newest voting link mailed to a panelist, `/v/…`. */
  async votingPath(account: string): Promise<string> {
    const mails = (await this.mails()).filter(({ to }) => to === `${account}@yijiang.example`);
    const paths = mails.flatMap(({ text }) => /\/v\/[\w-]{43}/.exec(text)?.[0] ?? []);
    const newest = paths.at(-1);
    if (!newest) throw new Error(`${account} has no voting link`);
    return newest;
  }

  /** A browser that came through the mailed link of a panelist and pressed its button. */
  async panelist(account: string): Promise<Visitor> {
    const visitor = this.app.visitor();
    const answer = await visitor.post(await this.votingPath(account));
    if (answer.statusCode !== 303) throw new Error(`The voting link answered ${answer.statusCode}`);
    return visitor;
  }

  close(): Promise<void> {
    return this.app.close();
  }
}

export interface OpenRound {
  id: string;
  leadIds: string[];
  deadlineAt: string;
}

/** Starts the program and founds the city. */
export async function foundCity(
  dialect: Dialect,
  environment: Record<string, string> = {},
): Promise<TestCity> {
  const app = await startApp(dialect, environment);
  const city = await app.get(Founding).found();
  return new TestCity(app, city, app.get(DemoActs));
}
