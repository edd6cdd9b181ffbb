import { Injectable, Logger } from '@nestjs/common';
import { AccessLog, type Access } from '../access-log/access-log';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { Config } from '../config/config';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import { msOf, toInstant } from '../domain/shared/instant';
import { maskedMail } from '../domain/access/masked';
import { Refused, refuse } from '../domain/shared/refusal';
import { Links, SIGN_IN_MINUTES } from '../links/links.service';
import { Outbox } from '../mail/outbox';
import type { Locale } from '../words/catalogue';
import { wordsFor } from '../words/words';
import { Passwords } from './passwords';
import { Person, Session, SignInAttempt } from './person.entity';
import { OpenedSession, SessionsService } from './sessions.service';
import { signInLinkMail } from './sign-in-link.mail';

const minute = 60_000;

/** After so many wrong passwords within the window an account takes no password until the window has passed. */
export const guessing = { most: 10, window: 15 * minute, mostLinks: 5 };

/** Where a try comes from, for the record. */
export interface Origin {
  address: string;
  device: string;
}

/** Lets people in: by password, or by a single-use link to their mailbox. */
@Injectable()
export class SignInService {
  private readonly log = new Logger('sign-in');

  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly config: Config,
    private readonly passwords: Passwords,
    private readonly sessions: SessionsService,
    private readonly links: Links,
    private readonly outbox: Outbox,
    private readonly accesses: AccessLog,
  ) {}

  /**
   * Signs in with a password.
   * @returns null where address or password is wrong; which of them is not told
   * @throws Refused 'tooManyGuesses' when the account is locked for a while, even for the right password
   */
  async byPassword(email: string, password: string, origin: Origin): Promise<OpenedSession | null> {
    const key = normalEmail(email);
    await this.refuseWhenLocked(key, origin);
    const person = await this.findPerson(key);
    const right = await this.passwords.matches(person?.passwordHash ?? null, password);
    if (!person || !right) {
      await this.record(key, 'wrong', origin);
      return null;
    }
    return this.letIn(person, origin, 'password');
  }

  /**
   * Whether someone who is signed in knows their own password; guessing is limited as at the door.
   * @throws Refused 'tooManyGuesses'
   */
  confirms(personId: string, password: string, origin: Origin): Promise<boolean> {
    return this.tries(personId, origin, ({ passwordHash }) => this.passwords.matches(passwordHash, password));
  }

  /**
   * One try of someone who is signed in to show again who they are; wrong ones count as wrong passwords do.
   * @throws Refused 'tooManyGuesses'
   */
  async tries(
    personId: string,
    origin: Origin,
    isRight: (person: Person) => boolean | Promise<boolean>,
  ): Promise<boolean> {
    const person = await this.reader.findOne(Person, sql`where id = ${personId}`);
    if (!person) return false;
    await this.refuseWhenLocked(person.email, origin);
    const right = await isRight(person);
    if (!right) await this.record(person.email, 'wrong', origin);
    return right;
  }

  /**
   * Mails a link if the address is known; whoever asks gets the same answer either way. Somebody who asks again and
   * again for another person's address does not fill that mailbox.
   */
  async mailLink(email: string): Promise<void> {
    const person = await this.findPerson(normalEmail(email));
    if (!person) return;
    await this.work.run(async (tx) => {
      if ((await this.recentLinks(tx, person.id)) >= guessing.mostLinks) return;
      const expiresAt = toInstant(msOf(this.clock.now()) + SIGN_IN_MINUTES * minute);
      await this.links.revoke(tx, { personId: person.id, purpose: 'signIn' }, 'replaced');
      const { token } = await this.links.issue(tx, { purpose: 'signIn', personId: person.id, expiresAt });
      const words = wordsFor((person.locale as Locale | null) ?? this.config.LOCALE);
      await this.outbox.enqueue(
        tx,
        signInLinkMail({ person, url: this.links.url('/sign-in/links', token) }, words),
      );
    });
  }

  private async recentLinks(tx: Tx, personId: string): Promise<number> {
    const since = toInstant(msOf(this.clock.now()) - guessing.window);
    const row = await tx.one<{ n: number | string }>(
      sql`select count(*) as n from mailed_link
          where person_id = ${personId} and purpose = 'signIn' and issued_at > ${since}`,
    );
    return Number(row?.n ?? 0);
  }

  /** The person has been answered already; the operator learns of it from the log. */
  reportFailedLink(error: unknown): void {
    this.log.error(`A sign-in link could not be mailed: ${String(error)}`);
  }

  /** Whether a mailed link would still let someone in; looking changes nothing. */
  async linkIsGood(token: string): Promise<boolean> {
    return (await this.links.check(this.reader, token, 'signIn')).ok !== undefined;
  }

  /** Signs in with a mailed link, which thereby is used up. @returns null for a link that is not good any more */
  async byLink(token: string, origin: Origin): Promise<OpenedSession | null> {
    return this.work.run(async (tx) => {
      const { ok: link } = await this.links.check(tx, token, 'signIn');
      if (!link || !(await this.links.use(tx, link.id))) return null;
      const person = await tx.findOne(Person, sql`where id = ${link.personId} and disabled_at is null`);
      return person && this.letIn(person, origin, 'link');
    });
  }

  /** Demo mode: in without a password, as one of the demo people. */
  async asDemoPerson(account: string, origin: Origin): Promise<OpenedSession | null> {
    const person = await this.reader.findOne(Person, sql`where account = ${account} and disabled_at is null`);
    return person && this.letIn(person, origin, 'demo');
  }

  /** Attempts count guesses and nothing else; who came in stands in the access log. @returns how many were erased */
  forgetAttempts(now: string): Promise<number> {
    const before = toInstant(msOf(now) - 24 * 60 * minute);
    return this.work.run((tx) => tx.run(sql`delete from sign_in_attempt where at < ${before}`));
  }

  private letIn(person: Person, origin: Origin, by: Session['openedBy']): Promise<OpenedSession> {
    return this.work.run(async (tx) => {
      await tx.insert(SignInAttempt, this.attempt(person.email, 'right', origin));
      await this.accesses.within(tx, atTheDoor('signIn', person.id, '', origin, by));
      return this.sessions.openForPerson(tx, person.id, origin.device, by);
    });
  }

  private findPerson(email: string): Promise<Person | null> {
    return this.reader.findOne(Person, sql`where email = ${email} and disabled_at is null`);
  }

  private async refuseWhenLocked(email: string, origin: Origin): Promise<void> {
    if (!(await this.isLocked(email))) return;
    await this.record(email, 'locked', origin);
    throw new Refused(refuse('tooManyGuesses', { minutes: guessing.window / minute }), 429);
  }

  private async isLocked(email: string): Promise<boolean> {
    const since = toInstant(msOf(this.clock.now()) - guessing.window);
    const row = await this.reader.one<{ wrong: number | string }>(
      sql`select count(*) as wrong from sign_in_attempt where email = ${email} and outcome = 'wrong' and at > ${since}`,
    );
    return Number(row?.wrong ?? 0) >= guessing.most;
  }

  private record(email: string, outcome: SignInAttempt['outcome'], origin: Origin): Promise<void> {
    return this.work.run(async (tx) => {
      await tx.insert(SignInAttempt, this.attempt(email, outcome, origin));
      const person = await tx.one<{ id: string }>(sql`select id from person where email = ${email}`);
      const label = person ? '' : maskedMail(email);
      await this.accesses.within(tx, atTheDoor('signInFailed', person?.id ?? null, label, origin, outcome));
    });
  }

  private attempt(email: string, outcome: SignInAttempt['outcome'], { address }: Origin): SignInAttempt {
    return {
      id: this.ids.next(),
      email: email.slice(0, 254),
      address: address.slice(0, 45),
      outcome,
      at: this.clock.now(),
    };
  }
}

/** For the access log, which is kept; attempts only count guesses and are erased after a day. */
function atTheDoor(
  kind: 'signIn' | 'signInFailed',
  personId: string | null,
  label: string,
  { address, device }: Origin,
  detail: string,
): Access {
  return {
    kind,
    by: { personId, label, address, userAgent: device },
    subject: { type: 'session', id: '' },
    detail,
  };
}

/** How addresses are compared: without blanks around, in lower case. */
export function normalEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}
