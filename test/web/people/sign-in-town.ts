import type { SetClock } from '../../../src/clock/clock';
import { sql } from '../../../src/database/sql';
import { PeopleQueries } from '../../../src/people/people.queries';
import { PeopleService } from '../../../src/people/people.service';
import { foundCity, TestCity } from '../../support/city';
import type { Dialect } from '../../../src/database/sql';
import type { Visitor } from '../../support/visitor';

export const password = '松风吹过三座石桥 2026';
export const minute = 60_000;
export const hour = 60 * minute;

/** A founded city where people have passwords, and what tests of signing in ask of it. */
export class Town {
  private constructor(readonly city: TestCity) {}

  static async found(dialect: Dialect, environment: Record<string, string> = {}): Promise<Town> {
    return new Town(await foundCity(dialect, environment));
  }

  get app() {
    return this.city.app;
  }

  get clock(): SetClock {
    return this.app.clock;
  }

  email(account: string): string {
    return `${account}@yijiang.example`;
  }

  async idOf(account: string): Promise<string> {
    const person = await this.app.get(PeopleQueries).byAccount(account);
    if (!person) throw new Error(`Nobody has the account ${account}`);
    return person.id;
  }

  async givePassword(account: string, chosen = password): Promise<void> {
    await this.app.get(PeopleService).setPassword(await this.idOf(account), chosen, null);
  }

  /** A browser that signed in with the password. */
  async enter(account: string): Promise<Visitor> {
    const visitor = this.app.visitor();
    const answer = await visitor.post('/sign-in', { email: this.email(account), password });
    if (answer.statusCode !== 303) throw new Error(`Signing in answered ${answer.statusCode}`);
    return visitor;
  }

  /** Asks for a link and waits for its mail. @returns the link's path */
  async mailedLink(account: string): Promise<string> {
    const before = await this.links(account);
    await this.app.visitor().post('/sign-in/links', { email: this.email(account) });
    for (let tries = 0; tries < 2000; tries += 1) {
      const newest = (await this.links(account)).find((link) => !before.includes(link));
      if (newest) return newest;
      await new Promise(setImmediate);
    }
    throw new Error('No link was mailed');
  }

  private async links(account: string): Promise<string[]> {
    const mails = (await this.city.mails('signInLink')).filter(({ to }) => to === this.email(account));
    return mails.flatMap(({ text }) => /\/sign-in\/links\/[\w-]{43}/.exec(text)?.[0] ?? []);
  }

  async attempts(account: string, outcome: string): Promise<number> {
    const row = await this.app.reader.one<{ n: number | string }>(
      sql`select count(*) as n from sign_in_attempt where email = ${this.email(account)} and outcome = ${outcome}`,
    );
    return Number(row?.n);
  }
}

/** Whether the browser sees the desk, and not the door. */
export async function isIn(visitor: Visitor): Promise<boolean> {
  return (await visitor.get('/account')).statusCode === 200;
}
