import type { UnitLevel } from '../domain/lead/scope-rules';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { isUniqueViolation } from '../database/errors';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import { ROLES, Role } from '../domain/access/viewer';
import { insist, Refused, refuse } from '../domain/shared/refusal';
import { Ledger, LedgerActor } from '../ledger/ledger';
import { Links } from '../links/links.service';
import { isMailAddress } from '../mail/address';
import { Passwords } from './passwords';
import { PeopleQueries } from './people.queries';
import { Person, Unit, UnitKind } from './person.entity';
import { normalEmail } from './sign-in.service';

export interface NewPerson {
  account: string;
  name: string;
  post: string;
  email: string;
  mobile?: string | null;
  unitId: string;
  roles: readonly Role[];
  locale?: 'zh-CN' | 'en' | null;
}

/** A unit to add; its level left out where it goes without saying. */
export interface NewUnit {
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly level?: UnitLevel | null;
}

/** Of what a unit of a kind usually is; a county's own department is told apart by hand. */
const usualLevel: Readonly<Record<UnitKind, UnitLevel | null>> = {
  department: 'city',
  outpost: 'city',
  office: 'city',
  park: 'park',
  institute: null,
  enterprise: null,
};

/** Keeps the register of people and units. Who may hold which roles together is decided here. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly passwords: Passwords,
    private readonly people: PeopleQueries,
    private readonly links: Links,
  ) {}

  /** @returns the new unit's id. @throws Refused 'unitCodeTaken' */
  async addUnit(actor: LedgerActor, given: NewUnit): Promise<string> {
    const id = this.ids.next();
    await this.orRefuse('unitCodeTaken', { code: given.code }, () =>
      this.work.run(async (tx) => {
        const ties = { uscc: null, groupParent: null, industryCode: null };
        const { level = usualLevel[given.kind] } = given;
        await tx.insert(Unit, { id, ...given, level, ...ties, createdAt: this.clock.now() });
        await this.note(tx, actor, 'unit.added', 'unit', id, { code: given.code });
      }),
    );
    return id;
  }

  /**
   * Adds a person, who signs in by mailed link until a password is set.
   * @throws Refused 'secretariatNeverVotes', 'noRole', 'mailAddressWrong', 'personTaken'
   */
  async addPerson(actor: LedgerActor, given: NewPerson): Promise<string> {
    const id = this.ids.next();
    const email = normalEmail(given.email);
    insist(checkRoles(given.roles), 422);
    insist(isMailAddress(email) ? null : refuse('mailAddressWrong', { email }), 422);
    await this.orRefuse('personTaken', { account: given.account, email }, () =>
      this.work.run(async (tx) => {
        const person = { mobile: null, locale: null, ...given, id, email, roles: given.roles.join(',') };
        await tx.insert(Person, { ...person, createdAt: this.clock.now() });
        await this.note(tx, actor, 'person.added', 'person', id, { roles: [...given.roles] });
      }),
    );
    return id;
  }

  /**
   * Changes what a person is; their sessions see it with the next request. Links mailed to an address that is
   * theirs no more sign nobody in.
   * @throws Refused 'secretariatNeverVotes', 'noRole', 'mailAddressWrong', 'personTaken', 'notYourOwnRole'
   */
  async changePerson(actor: LedgerActor, id: string, given: Omit<NewPerson, 'account'>): Promise<void> {
    insist(checkRoles(given.roles), 422);
    insist(actor.personId === id && !given.roles.includes('admin') ? refuse('notYourOwnRole') : null, 422);
    const email = normalEmail(given.email);
    insist(isMailAddress(email) ? null : refuse('mailAddressWrong', { email }), 422);
    await this.orRefuse('personTaken', { account: '', email }, () =>
      this.work.run(async (tx) => {
        const before = await tx.findOne(Person, sql`where id = ${id}`);
        if (before && before.email !== email)
          await this.links.revoke(tx, { personId: id, purpose: 'signIn' }, 'emailChanged');
        const person = { ...given, email, roles: given.roles.join(',') };
        const changed = await tx.update(Person, person, sql`id = ${id}`);
        if (changed === 0) throw new Refused(refuse('notFound'), 404);
        await this.note(tx, actor, 'person.changed', 'person', id, { roles: [...given.roles] });
      }),
    );
  }

  /** Locks a person out, from the next request on, or lets them in again. Nothing they did is touched. */
  async setDisabled(actor: LedgerActor, id: string, disabled: boolean): Promise<void> {
    if (disabled && actor.personId === id) throw new Refused(refuse('notYourself'), 409);
    await this.work.run(async (tx) => {
      const disabledAt = disabled ? this.clock.now() : null;
      const changed = await tx.run(sql`update person set disabled_at = ${disabledAt} where id = ${id}`);
      if (changed === 0) throw new Refused(refuse('notFound'), 404);
      if (disabled) {
        await tx.run(
          sql`update session set ended_at = ${this.clock.now()} where person_id = ${id} and ended_at is null`,
        );
      }
      await this.note(tx, actor, disabled ? 'person.disabled' : 'person.enabled', 'person', id, {});
    });
  }

  /** The language a person reads; null for the city's. */
  async setLocale(id: string, locale: 'zh-CN' | 'en' | null): Promise<void> {
    await this.work.run((tx) => tx.run(sql`update person set locale = ${locale} where id = ${id}`));
  }

  /** Sets a person's own password and ends all of their sessions but the given one. */
  async setPassword(id: string, password: string, keepSession: string | null): Promise<void> {
    const person = await this.people.byId(id);
    if (!person) throw new Refused(refuse('notFound'), 404);
    insist(this.passwords.check(password, person), 422);
    const passwordHash = await this.passwords.hash(password);
    await this.work.run(async (tx) => {
      await tx.run(sql`update person set password_hash = ${passwordHash} where id = ${id}`);
      await tx.run(
        sql`update session set ended_at = ${this.clock.now()}
            where person_id = ${id} and ended_at is null and id <> ${keepSession ?? ''}`,
      );
      await this.note(tx, { personId: id, label: person.name }, 'person.passwordSet', 'person', id, {});
    });
  }

  private async note(
    tx: Tx,
    actor: LedgerActor,
    kind: string,
    type: string,
    id: string,
    facts: Record<string, string | string[]>,
  ): Promise<void> {
    await this.ledger.append(tx, { kind, actor, subject: { type, id }, facts });
  }

  private async orRefuse(
    because: string,
    details: Record<string, string>,
    work: () => Promise<void>,
  ): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (isUniqueViolation(error)) throw new Refused(refuse(because, details), 422);
      throw error;
    }
  }
}

/** Separation of duties (compliance.md): the secretariat never votes, and whoever keeps the accounts does not judge. */
export function checkRoles(roles: readonly Role[]) {
  if (roles.length === 0 || roles.some((role) => !ROLES.includes(role))) return refuse('noRole');
  if (roles.includes('panelist') && roles.includes('secretariat')) return refuse('secretariatNeverVotes');
  if (roles.includes('inspector') && roles.length > 1) return refuse('inspectorOnlyInspects');
  return null;
}
