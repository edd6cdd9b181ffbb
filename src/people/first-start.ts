import { Injectable } from '@nestjs/common';
import { timingSafeEqual } from 'node:crypto';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { Randomness } from '../clock/randomness';
import { Config } from '../config/config';
import { isUniqueViolation } from '../database/errors';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import { insist, Refused, refuse } from '../domain/shared/refusal';
import { Ledger } from '../ledger/ledger';
import { isMailAddress } from '../mail/address';
import { Passwords } from './passwords';
import { PeopleQueries } from './people.queries';
import { Person, Unit } from './person.entity';
import { normalEmail } from './sign-in.service';

export interface FirstPerson {
  code: string;
  unitName: string;
  name: string;
  email: string;
  password: string;
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The very first start in production: no account exists and none has a default password. A one-time code on the
 * console lets whoever runs the server register the first administrator; it dies with that, or with the process.
 */
@Injectable()
export class FirstStart {
  private code: string | null = null;

  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly randomness: Randomness,
    private readonly config: Config,
    private readonly people: PeopleQueries,
    private readonly passwords: Passwords,
    private readonly ledger: Ledger,
  ) {}

  /** The code for the console, or null where people exist already or the demo makes its own. */
  async codeToPrint(): Promise<string | null> {
    if (this.config.MODE === 'demo' || !(await this.people.isEmpty())) return null;
    this.code ??= Array.from(this.randomness.bytes(16), (byte) => alphabet.charAt(byte % 32))
      .join('')
      .replace(/(.{4})(?=.)/g, '$1-');
    return this.code;
  }

  /** Whether the set-up page is there at all. */
  async isOpen(): Promise<boolean> {
    return this.code !== null && (await this.people.isEmpty());
  }

  /**
   * Registers the first administrator.
   * @throws Refused 'setupOver' 404, 'setupCodeWrong', 'mailAddressWrong', a refusal of the password
   */
  async register(given: FirstPerson): Promise<void> {
    if (!(await this.isOpen())) throw new Refused(refuse('setupOver'), 404);
    insist(this.isRight(given.code) ? null : refuse('setupCodeWrong'), 422);
    const email = normalEmail(given.email);
    insist(isMailAddress(email) ? null : refuse('mailAddressWrong', { email }), 422);
    insist(this.passwords.check(given.password, { name: given.name, email }), 422);
    const passwordHash = await this.passwords.hash(given.password);
    await this.onlyOnce(async (tx) => {
      if (await tx.one(sql`select 1 as found from person limit 1`))
        throw new Refused(refuse('setupOver'), 404);
      const createdAt = this.clock.now();
      const unitId = this.ids.next();
      const id = this.ids.next();
      await tx.insert(Unit, { id: unitId, code: 'office', name: given.unitName, kind: 'office', createdAt });
      const person = {
        id,
        account: 'admin',
        name: given.name,
        post: '系统管理员',
        email,
        unitId,
        roles: 'admin',
      };
      await tx.insert(Person, { ...person, passwordHash, createdAt });
      const actor = { personId: id, label: given.name };
      await this.ledger.append(tx, { kind: 'person.first', actor, subject: { type: 'person', id } });
    });
    this.code = null;
  }

  /** Of two who press at the same moment the second finds the names of the first taken. */
  private async onlyOnce(work: (tx: Tx) => Promise<void>): Promise<void> {
    try {
      await this.work.run(work);
    } catch (error) {
      throw isUniqueViolation(error) ? new Refused(refuse('setupOver'), 404) : error;
    }
  }

  private isRight(given: string): boolean {
    const plain = (text: string): Buffer => Buffer.from(text.toUpperCase().replace(/[^0-9A-Z]/g, ''));
    const expected = plain(this.code ?? '');
    const typed = plain(given);
    return expected.length > 0 && typed.length === expected.length && timingSafeEqual(typed, expected);
  }
}
