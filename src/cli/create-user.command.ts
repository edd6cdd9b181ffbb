import type { INestApplicationContext } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import { UNIT_LEVELS, type UnitLevel } from '../domain/lead/scope-rules';
import { ROLES, Role } from '../domain/access/viewer';
import { PeopleQueries } from '../people/people.queries';
import { PeopleService } from '../people/people.service';
import { UNIT_KINDS, UnitKind } from '../people/person.entity';
import { withApplication } from './application';
import { Command, exitCodes, Given, Terminal, textOf, WrongUse } from './command';

const actor = { personId: null, label: 'command line' };

/** Registers a person, also the first administrator of a server without a browser at hand. */
export const createUserCommand: Command = {
  name: 'user:create',
  usage:
    'user:create --account A --name N --email E --roles R --unit CODE [--unit-name N --unit-kind K] [--password-stdin]',
  options: {
    account: { type: 'string' },
    name: { type: 'string' },
    email: { type: 'string' },
    roles: { type: 'string' },
    post: { type: 'string' },
    unit: { type: 'string' },
    'unit-name': { type: 'string' },
    'unit-kind': { type: 'string' },
    'unit-level': { type: 'string' },
    'password-stdin': { type: 'boolean' },
  },
  positionals: 0,
  async run(given, terminal) {
    const wanted = {
      account: textOf(given, 'account', terminal),
      name: textOf(given, 'name', terminal),
      email: textOf(given, 'email', terminal),
      post: textOf(given, 'post') ?? '',
      roles: rolesOf(textOf(given, 'roles', terminal), terminal),
    };
    const unit = unitOf(given, terminal);
    const password =
      given.values['password-stdin'] === true ? readFileSync(0, 'utf8').replace(/\r?\n$/, '') : null;
    if (!/^[a-z0-9][a-z0-9._-]{1,39}$/.test(wanted.account))
      throw new WrongUse(terminal.words.t('admin.error.account'));
    await withApplication(async (app) => {
      const service = app.get(PeopleService, { strict: false });
      const unitId = await findOrAdd(app, unit, terminal);
      const id = await service.addPerson(actor, { ...wanted, unitId });
      if (password !== null) await service.setPassword(id, password, null);
    });
    terminal.say(
      terminal.words.t(password === null ? 'cli.user:create.done' : 'cli.user:create.doneWithPassword', {
        account: wanted.account,
      }),
    );
    return exitCodes.done;
  },
};

interface WantedUnit {
  code: string;
  name: string | undefined;
  kind: UnitKind;
  level: UnitLevel | undefined;
}

function unitOf(given: Given, terminal: Terminal): WantedUnit {
  const typed = textOf(given, 'unit-kind') ?? 'department';
  const kind = UNIT_KINDS.find((one) => one === typed);
  if (!kind)
    throw new WrongUse(terminal.words.t('cli.oneOf', { option: '--unit-kind', list: UNIT_KINDS.join(', ') }));
  const wanted = textOf(given, 'unit-level');
  const level = UNIT_LEVELS.find((one) => one === wanted);
  if (wanted !== undefined && level === undefined)
    throw new WrongUse(
      terminal.words.t('cli.oneOf', { option: '--unit-level', list: UNIT_LEVELS.join(', ') }),
    );
  return { code: textOf(given, 'unit', terminal), name: textOf(given, 'unit-name'), kind, level };
}

function rolesOf(text: string, terminal: Terminal): Role[] {
  return text.split(',').map((typed) => {
    const role = ROLES.find((one) => one === typed.trim());
    if (!role)
      throw new WrongUse(terminal.words.t('cli.oneOf', { option: '--roles', list: ROLES.join(', ') }));
    return role;
  });
}

async function findOrAdd(
  app: INestApplicationContext,
  { code, name, kind, level }: WantedUnit,
  { words }: Terminal,
): Promise<string> {
  const units = await app.get(PeopleQueries, { strict: false }).units();
  const found = units.find((unit) => unit.code === code);
  if (found) return found.id;
  if (name === undefined) throw new WrongUse(words.t('cli.user:create.noUnit', { code }));
  return app
    .get(PeopleService, { strict: false })
    .addUnit(actor, { code, name, kind, ...(level === undefined ? {} : { level }) });
}
