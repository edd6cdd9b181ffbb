import type { MigrationInterface, QueryRunner } from 'typeorm';

const chains: readonly (readonly [code: string, zh: string, en: string])[] = [
  ['new-energy-vehicle', '新能源汽车', 'New-energy vehicles'],
  ['intelligent-equipment', '智能装备', 'Intelligent equipment'],
  ['advanced-ceramics', '先进陶瓷', 'Advanced ceramics'],
  ['special-vehicle', '专用汽车与应急装备', 'Special vehicles and emergency equipment'],
  ['light-alloy', '轻合金', 'Light alloys'],
  ['new-energy', '新能源', 'New energy'],
  ['agri-processing', '农产品加工', 'Farm-product processing'],
  ['modern-logistics', '现代物流', 'Modern logistics'],
  ['culture-tourism', '文化旅游', 'Culture and tourism'],
  ['digital-economy', '数字经济', 'Digital economy'],
  ['bio-medicine', '生物医药', 'Biomedicine'],
  ['electronics', '电子信息', 'Electronics'],
  ['fine-chemicals', '精细化工', 'Fine chemicals'],
  ['textile', '纺织服装（非重点）', 'Textiles (not a key chain)'],
];

interface Row {
  id: string;
  content: string;
}

/** The city's key chains with their segments and target firms, seeded with those that leads could name so far. */
export class KeepKeyChains1700000000640 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
    for (const [at, [code, zh, en]] of chains.entries())
      await runner.query(`insert into chain (id, code, name_zh, name_en, year, standing, position, updated_at)
        values ('${idOf(at)}', '${code}', '${zh}', '${en}', 2026, 'active', ${at}, '2026-01-01T00:00:00.000Z')`);
    await this.placeLeads(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'chain_lead_segment',
      'chain_lead',
      'chain_act',
      'target_firm',
      'chain_segment',
      'chain',
    ])
      await runner.query(`drop table ${table}`);
  }

  /** Leads handed in before there was a register stand on the chain they named. */
  private async placeLeads(runner: QueryRunner): Promise<void> {
    const postgres = runner.connection.options.type === 'postgres';
    const [lead, chain, key] = postgres ? ['$1', '$2', '$3'] : ['?', '?', '?'];
    for (let after = ''; ;) {
      const rows = (await runner.query(
        `select id, content from lead where revision > 0 and id > ${lead} order by id limit 500`,
        [after],
      )) as Row[];
      for (const { id, content } of rows) {
        const said = JSON.parse(content) as { chain?: string; title?: string; summary?: string };
        const at = chains.findIndex(([code]) => code === said.chain);
        if (at < 0) continue;
        const text = `${plain(said.title)} ${plain(said.summary)}`;
        await runner.query(
          `insert into chain_lead (lead_id, chain_id, text_key) values (${lead}, ${chain}, ${key})`,
          [id, idOf(at), text],
        );
      }
      const last = rows.at(-1);
      if (!last || rows.length < 500) return;
      after = last.id;
    }
  }
}

const idOf = (at: number): string => `0000000000chain${String(at + 1).padStart(11, '0')}`;

const plain = (text: string | undefined): string =>
  (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, 2000);

const tables = [
  `create table chain (
    id varchar(26) primary key,
    code varchar(40) not null unique,
    name_zh varchar(40) not null,
    name_en varchar(60) not null,
    year integer not null check (year between 2000 and 2100),
    standing varchar(8) not null check (standing in ('active', 'closed')),
    keeper_id varchar(26) references person (id),
    position integer not null,
    updated_at varchar(24) not null
  )`,
  'create index chain_keeper on chain (keeper_id)',
  `create table chain_segment (
    id varchar(26) primary key,
    chain_id varchar(26) not null references chain (id),
    place varchar(4) not null check (place in ('up', 'mid', 'down')),
    position integer not null,
    name varchar(40) not null,
    words varchar(200) not null,
    is_gap smallint not null check (is_gap in (0, 1)),
    wanted varchar(200) not null,
    unique (chain_id, name),
    check (is_gap = 0 or wanted <> '')
  )`,
  `create table target_firm (
    id varchar(26) primary key,
    chain_id varchar(26) not null references chain (id),
    segment_id varchar(26) references chain_segment (id),
    name varchar(100) not null,
    name_key varchar(400) not null check (name_key <> ''),
    uscc varchar(18),
    region varchar(60) not null,
    note varchar(500) not null,
    state varchar(10) not null check (state in ('planned', 'contacted', 'talking', 'landed', 'dropped')),
    updated_at varchar(24) not null,
    unique (chain_id, name_key),
    unique (chain_id, uscc)
  )`,
  'create index target_firm_segment on target_firm (segment_id)',
  'create index target_firm_name on target_firm (name_key)',
  'create index target_firm_uscc on target_firm (uscc)',
  `create table chain_act (
    id varchar(26) primary key,
    chain_id varchar(26) not null references chain (id),
    position integer not null check (position > 0),
    kind varchar(20) not null check (kind in
      ('chain.added', 'chain.changed', 'segment.added', 'segment.changed', 'segment.dropped', 'firm.added',
       'firm.changed', 'firms.imported')),
    what varchar(120) not null,
    content text not null,
    at varchar(24) not null,
    by_id varchar(26) references person (id),
    by_label varchar(140) not null,
    unique (chain_id, position)
  )`,
  'create index chain_act_by on chain_act (by_id)',
  `create table chain_lead (
    lead_id varchar(26) primary key references lead (id),
    chain_id varchar(26) not null references chain (id),
    text_key text not null
  )`,
  'create index chain_lead_chain on chain_lead (chain_id, lead_id)',
  `create table chain_lead_segment (
    lead_id varchar(26) not null references lead (id),
    segment_id varchar(26) not null references chain_segment (id),
    primary key (lead_id, segment_id)
  )`,
  'create index chain_lead_segment_segment on chain_lead_segment (segment_id, lead_id)',
];
