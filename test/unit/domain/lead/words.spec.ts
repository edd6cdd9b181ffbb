import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldWord, SECTIONS } from '../../../../src/domain/lead/field';
import { FIELDS } from '../../../../src/domain/lead/fields';
import { CHAINS } from '../../../../src/domain/lead/dictionaries';
import { LEAD_STATES, leadMachine } from '../../../../src/domain/lead/states';
import { wordsFor } from '../../../../src/words/words';

const [zh, en] = [wordsFor('zh-CN'), wordsFor('en')];
const missing = (keys: readonly string[]): string[] =>
  [...new Set(keys)].filter((key) => !zh.has(key) || !en.has(key));

const sources = join(__dirname, '../../../../src/domain/lead');
const code = readdirSync(sources)
  .map((file) => readFileSync(join(sources, file), 'utf8'))
  .join('\n');

/** The codes of problems that have a sentence. */
const worded = [
  ...readFileSync(join(__dirname, '../../../../src/words/zh-CN/lead-problems.ts'), 'utf8').matchAll(
    /'lead\.problem\.(\w+)'/g,
  ),
].map(([, name]) => name ?? '');

describe('the words of the lead form', () => {
  it('name every section, field, part, unit and choice in both languages', () => {
    const keys = FIELDS.flatMap((field) => [
      fieldWord(field.code),
      ...(field.parts ?? []).map((part) => fieldWord(`${field.code}[${part.code}]`)),
      ...[field, ...(field.parts ?? [])].flatMap(({ unit, options, dictionary }) => [
        ...(unit === undefined ? [] : [`lead.unit.${unit}`]),
        ...(options ?? []).map((option) => `lead.option.${dictionary ?? ''}.${option}`),
      ]),
    ]);
    expect(missing([...keys, ...SECTIONS.map((section) => `lead.section.${section}`)])).toEqual([]);
    expect(missing(CHAINS.map((chain) => `lead.option.chain.${chain}`))).toEqual([]);
  });

  it('name every state and move', () => {
    const moves = Object.keys(leadMachine.moves).map((move) => `lead.move.${move}`);
    expect(missing([...LEAD_STATES.map((state) => `lead.state.${state}`), ...moves])).toEqual([]);
  });

  it('hold no sentence that no rule says', () => {
    expect(worded.filter((name) => !code.includes(`'${name}'`))).toEqual([]);
  });

  it('have a sentence for every code the rules name', () => {
    const named = code.matchAll(
      /(?:\.error|\.warn|problem|refused)\((?:[^,;()]+,\s*)?'(\w+)'|missing: '(\w+)'/g,
    );
    const codes = [...named]
      .map(([, because, missed]) => because ?? missed ?? '')
      .filter((because) => because !== 'uscc');
    expect(codes.length).toBeGreaterThan(80);
    expect(codes.filter((because) => !worded.includes(because))).toEqual([]);
  });

  it('keep their placeholders in both languages', () => {
    const placeholders = (message: string): string[] =>
      [...message.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? '').sort();
    const sources = ['zh-CN', 'en'].map((locale) =>
      readFileSync(join(__dirname, `../../../../src/words/${locale}/lead-problems.ts`), 'utf8'),
    );
    const [chinese, english] = sources.map(
      (text) =>
        new Map(
          [...text.matchAll(/'((?:lead|refusal)\.[\w.]+)':\s+'((?:[^'\\]|\\.)*)'/g)].map(
            ([, key, message]) => [key, placeholders(message ?? '')],
          ),
        ),
    );
    expect(english).toEqual(chinese);
  });
});
