import { Controller, Get } from '@nestjs/common';
import { sheetAnswer } from '../http/download';
import { HostsQueries } from '../hosts/hosts.queries';
import type { FileAnswer } from '../http/answers';
import { CurrentWords, Policy } from '../http/decorators';
import type { Cell } from '../http/spreadsheet';
import { LedgerQueries } from '../ledger/ledger.queries';
import { PeopleQueries } from '../people/people.queries';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';

type Column = readonly [key: string, width: number];

/** The registers of the city and the heads of its ledger, to take away. Each is short enough to be made at once. */
@Controller()
export class RegisterExportsController {
  constructor(
    private readonly people: PeopleQueries,
    private readonly hosts: HostsQueries,
    private readonly ledger: LedgerQueries,
  ) {}

  /** Addresses and numbers of everybody: for those who keep the register, not for all who may look into it. */
  @Get('admin/people.xlsx')
  @Policy('admin.people')
  async everybody(@CurrentWords() words: Words): Promise<FileAnswer> {
    const fmt = formatsFor(words);
    const columns: Column[] = [
      ['account', 16],
      ['name', 14],
      ['personUnit', 24],
      ['post', 18],
      ['roles', 28],
      ['email', 30],
      ['mobile', 16],
      ['disabled', 18],
    ];
    const rows = (await this.people.everyone()).map((person) => [
      person.account,
      person.name,
      person.unitName,
      person.post,
      person.roles.map((role) => words.t(`role.${role}`)).join('、'),
      person.email,
      person.mobile,
      person.disabledAt === null ? null : fmt.dateTime(person.disabledAt),
    ]);
    return sheet('people', columns, rows, words);
  }

  @Get('admin/hosts.xlsx')
  @Policy('admin.read')
  async everyHost(@CurrentWords() words: Words): Promise<FileAnswer> {
    const columns: Column[] = [
      ['code', 14],
      ['hostName', 28],
      ['kind', 10],
      ['region', 18],
      ['chemical', 10],
      ['chains', 40],
    ];
    const rows = (await this.hosts.all()).map((host) => [
      host.code,
      host.name,
      words.t(`host.kind.${host.kind}`),
      host.region,
      words.t(`lead.option.yesNo.${host.chemicalPark ? 'yes' : 'no'}`),
      host.leadChains.join('、'),
    ]);
    return sheet('hosts', columns, rows, words);
  }

  @Get('ledger/heads.xlsx')
  @Policy('ledger.read')
  async heads(@CurrentWords() words: Words): Promise<FileAnswer> {
    const fmt = formatsFor(words);
    const columns: Column[] = [
      ['seq', 10],
      ['hash', 70],
      ['cause', 32],
      ['at', 24],
      ['signature', 40],
    ];
    const rows = (await this.ledger.heads(10_000)).map(({ seq, hash, cause, at, signature }) => [
      seq,
      hash,
      cause,
      fmt.dateTimeFull(at),
      signature,
    ]);
    return sheet('heads', columns, rows, words);
  }
}

async function sheet(
  name: 'people' | 'hosts' | 'heads',
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  words: Words,
): Promise<FileAnswer> {
  const title = words.t(`exchange.export.${name}`);
  const heads = columns.map(([key, width]) => ({ title: words.t(`exchange.export.${key}`), width }));
  return sheetAnswer({ name: title, columns: heads, rows }, title);
}
