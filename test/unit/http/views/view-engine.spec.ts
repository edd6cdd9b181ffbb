import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sampleFrame } from '../../../../src/http/views/frame.sample';
import { ViewEngine } from '../../../../src/http/views/view-engine';

const folders: string[] = [];

function engineOf(templates: Record<string, string>): ViewEngine {
  const folder = mkdtempSync(join(tmpdir(), 'views-'));
  folders.push(folder);
  for (const [name, source] of Object.entries({ 'layouts/app': '<main>{{@body}}</main>', ...templates })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, `${name}.hbs`), source);
  }
  return new ViewEngine(folder);
}

const page = { title: 't', dataPage: 'x' };
const rendered = (source: string, model: object, more: Record<string, string> = {}): string =>
  engineOf({ 'a/b': source, ...more }).render('a/b', { page, ...model }, sampleFrame);

afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

describe('a template that stops the start', () => {
  it.each([
    ['raw output', '<p>{{{name}}}</p>', 'line 1: unescaped output is not allowed'],
    ['raw output by ampersand', '<p>\n{{&name}}</p>', 'line 2: unescaped output is not allowed'],
    ['an unknown partial', '{{> nowhere}}', 'unknown partial "nowhere"'],
    ['a page included as a partial', '{{> a/b}}', 'unknown partial "a/b"'],
    ['a dynamic partial', '{{> (lookup . "x")}}', 'a partial has a fixed name'],
    ['an unknown word', '{{t "no.such.word"}}', 'no word "no.such.word" in the catalogue'],
    ['a word known only at run time', '{{t key}}', 't takes its key as a text'],
    ['an unknown helper', '{{eq a b}}', 'unknown helper "eq"'],
    ['an unknown block', '{{#eq a}}x{{/eq}}', 'unknown block "eq"'],
    ['a block without helper', '{{#rows}}x{{/rows}}', 'unknown block "rows"'],
    ['a key of the prototype', '{{constructor}}', '"constructor" is not a key'],
    ['a path that leads out', '{{#if a}}{{../b}}{{/if}}', '../b leads out of this template'],
    ['loop data outside a loop', '{{@index}}', 'there is no @index here'],
    ['the body outside a layout', '{{@body}}', '@body is for layouts only'],
    ['an inline style', '<p style="color: red">x</p>', 'style attribute'],
    ['a style element', '<style>p{}</style>', 'style element'],
    ['an event attribute', '<a\n  onclick="go()">x</a>', 'event attribute'],
    ['an inline script', '<script>go()</script>', 'inline script'],
    ['an unquoted attribute value', '<a href={{href}}>x</a>', 'a value outside quotes inside a tag'],
    ['a value as an attribute', '<a {{attributes}}>x</a>', 'a value outside quotes inside a tag'],
    [
      'an attribute piece with an unquoted value',
      ' id="{{id}}" name={{name}}',
      'a value outside quotes inside a tag',
    ],
    ['a block that is not closed', '{{#if a}}x', 'Parse error'],
  ])('has %s', (_, source, reason) => {
    expect(() => engineOf({ 'a/b': source })).toThrow(`views/a/b.hbs`);
    expect(() => engineOf({ 'a/b': source })).toThrow(reason);
  });

  it('is named together with all the others', () => {
    expect(() => engineOf({ 'a/b': '{{{x}}}', 'c/d': '{{> nowhere}}' })).toThrow(
      /views\/a\/b\.hbs line 1.*\n.*views\/c\/d\.hbs line 1/,
    );
  });

  it('may have inline styles in a mail, where nothing else works', () => {
    expect(engineOf({ 'mail/x': '<p style="color: red">x</p>' }).has('mail/x')).toBe(true);
  });
});

describe('a value', () => {
  const nasty = `<b a="1" c='2'>&</b>`;

  it('is escaped everywhere', () => {
    expect(rendered('<p title="{{x}}">{{x}}</p>', { x: nasty })).toBe(
      '<main><p title="&lt;b a=&quot;1&quot; c=&#x27;2&#x27;&gt;&amp;&lt;/b&gt;">&lt;b a=&quot;1&quot; c=&#x27;2&#x27;&gt;&amp;&lt;/b&gt;</p></main>',
    );
    expect(rendered('{{t "error.requestId" id=x}}', { x: nasty })).not.toContain('<b');
    expect(rendered('{{join x x}}', { x: nasty })).not.toContain('<b');
    expect(rendered('{{> p v=x}}', { x: nasty }, { 'partials/p': '{{v}}' })).not.toContain('<b');
  });

  it('that is missing throws, naming file, line and key', () => {
    expect(() => rendered('a\n{{absent}}', {})).toThrow(
      'views/a/b.hbs line 2: the view model has no "absent"',
    );
    expect(() => rendered('{{#if absent}}x{{/if}}', {})).toThrow('no "absent"');
    expect(() => rendered('{{#each absent}}x{{/each}}', {})).toThrow('no "absent"');
    expect(() => rendered('{{a.b}}', { a: null })).toThrow('no "b"');
    expect(() => rendered('{{> p}}', {}, { 'partials/p': '{{absent}}' })).toThrow(
      'views/partials/p.hbs line 1',
    );
    expect(() => rendered('{{a.toFixed}}', { a: 1 })).toThrow('of type function cannot be printed');
  });

  it('that is null or undefined prints nothing, an object is a mistake', () => {
    expect(rendered('[{{a}}{{b}}{{c}}]', { a: null, b: undefined, c: 0 })).toBe('<main>[0]</main>');
    expect(() => rendered('{{a}}', { a: {} })).toThrow('of type object cannot be printed');
  });
});

describe('the language of templates', () => {
  it('has if, unless, each and with, and else for each', () => {
    const source =
      '{{#if n}}n{{else if s}}s{{else}}-{{/if}}|{{#unless n}}u{{/unless}}|{{#each list}}{{@index}}{{this}}{{#if @last}}.{{else}},{{/if}}{{else}}none{{/each}}|{{#with o}}{{k}}{{../s}}{{/with}}';
    expect(rendered(source, { n: 0, s: 'x', list: ['a', 'b'], o: { k: 'v' } })).toBe(
      '<main>s|u|0a,1b.|vx</main>',
    );
    expect(rendered(source, { n: 1, s: '', list: [], o: { k: 'v' } })).toBe('<main>n||none|v</main>');
  });

  it('reaches outer rows by ../ and by name', () => {
    const model = { rows: [{ id: 1, cells: ['a', 'b'] }], label: 'L' };
    expect(
      rendered('{{#each rows}}{{#each cells}}{{../id}}{{../../label}}{{this}}{{/each}}{{/each}}', model),
    ).toBe('<main>1La1Lb</main>');
    expect(
      rendered(
        '{{#each rows as |row|}}{{#each row.cells as |c i|}}{{row.id}}{{c}}{{i}}{{/each}}{{/each}}',
        model,
      ),
    ).toBe('<main>1a01b1</main>');
  });

  it('gives partials a model of their own, with added keys, and the frame', () => {
    const partial = '{{label}}{{k}}{{@frame.csrf}}{{@page.title}}';
    expect(rendered('{{> p item k="K"}}', { item: { label: 'a' } }, { 'partials/p': partial })).toBe(
      '<main>aKsample-tokent</main>',
    );
    expect(() => rendered('{{> p item}}', { item: { label: 'a' }, k: 1 }, { 'partials/p': partial })).toThrow(
      '"k"',
    );
  });

  it('speaks the language of the frame', () => {
    const engine = engineOf({
      'a/b': '{{t "ui.query"}} {{t "ui.page" n=2}} {{> p l=(t "ui.reset")}}',
      'partials/p': '{{l}}',
    });
    expect(engine.render('a/b', { page }, sampleFrame)).toBe('<main>查询 第2页 重置</main>');
    expect(engine.render('a/b', { page }, { ...sampleFrame, locale: 'en' })).toBe(
      '<main>Search Page 2 Reset</main>',
    );
  });

  it('says which view does not exist', () => {
    expect(() => engineOf({}).render('no/where', { page }, sampleFrame)).toThrow(
      'there is no view "no/where"',
    );
  });
});
