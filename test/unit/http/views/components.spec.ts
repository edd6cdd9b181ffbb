import Handlebars from 'handlebars';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { componentsModel } from '../../../../src/http/views/components.sample';
import { sampleFrame } from '../../../../src/http/views/frame.sample';
import { errorPage, replayPage, type ErrorStatus } from '../../../../src/http/views/message';
import { ViewEngine } from '../../../../src/http/views/view-engine';
import { viewsFolder } from '../../../../src/http/views/views-folder';
import { wordsFor, type WordArguments } from '../../../../src/words/words';

const engine = new ViewEngine(viewsFolder());
const words = wordsFor('zh-CN');

/** Handlebars' own runtime over the same files, as the yardstick. */
function byHandlebars(view: string, model: object): string {
  const language = Handlebars.create();
  language.registerHelper('t', (key: string, options: Handlebars.HelperOptions) =>
    words.t(key, options.hash as WordArguments),
  );
  language.registerHelper('join', (...parts: unknown[]) => parts.slice(0, -1).join(''));
  const partials = join(viewsFolder(), 'partials');
  for (const file of readdirSync(partials).filter((name) => name.endsWith('.hbs')))
    language.registerPartial(
      file.slice(0, -4),
      readFileSync(join(partials, file), 'utf8').replace(/\n$/, ''),
    );
  const source = readFileSync(join(viewsFolder(), `${view}.hbs`), 'utf8').replace(/\n$/, '');
  const options = {
    strict: true,
    preventIndent: true,
    knownHelpers: { t: true, join: true },
    knownHelpersOnly: true,
  };
  const html = language.compile(source, options)(model, { data: { frame: sampleFrame, words } });
  return html.replace(/&#x3D;/g, '=').replace(/&#x60;/g, '`');
}

describe('the page of all components', () => {
  it('comes out as Handlebars itself has it', () => {
    expect(engine.renderBare('design/components', componentsModel, 'zh-CN', sampleFrame)).toBe(
      byHandlebars('design/components', componentsModel),
    );
  });

  it('stands in its layout with title, crumbs, menu and frame, in both languages', () => {
    const html = engine.render('design/components', componentsModel, sampleFrame);
    expect(html).toContain('<html lang="zh-CN">');
    expect(html).toContain('<title>组件 · 宜江市招商预审</title>');
    expect(html).toContain('data-page="components"');
    expect(html).toContain('aria-current="page">评分表与规则');
    expect(engine.render('design/components', componentsModel, { ...sampleFrame, locale: 'en' })).toContain(
      'Sign out',
    );
  });

  it('keeps an unavailable act a form with its address, and says why beside it', () => {
    const html = engine.renderBare('design/components', componentsModel, 'zh-CN', sampleFrame);
    expect(html).toMatch(
      /action="\/rounds\/1\/closure"[^]*?aria-disabled="true" aria-describedby="rounds-1-closure-why"[^]*?还差6席/,
    );
  });

  it('has no id twice, and every reference leads somewhere', () => {
    const html = engine.render('design/components', componentsModel, sampleFrame);
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]);
    expect(ids.filter((id, n) => ids.indexOf(id) !== n)).toEqual([]);
    const named = [...html.matchAll(/\s(?:for|aria-labelledby|aria-describedby)="([^"]*)"/g)];
    expect(named.flatMap((match) => String(match[1]).split(' ')).filter((id) => !ids.includes(id))).toEqual(
      [],
    );
  });

  it('chooses no score by itself', () => {
    const [fresh] = componentsModel.scales;
    expect(fresh?.options.map((option) => option.checked)).toEqual(Array(6).fill(false));
  });
});

describe('an error page', () => {
  it.each<ErrorStatus>([400, 403, 404, 409, 410, 413, 422, 429, 500])(
    'of %s says what and what to do',
    (status) => {
      const html = engine.render(
        'errors/message',
        errorPage(status, words, { requestId: 'r-1' }),
        sampleFrame,
      );
      expect(html).toContain(words.t(`error.${status}.title`));
      expect(html).toContain(words.t(`error.${status}.todo`));
      expect(html).toContain('r-1');
    },
  );

  it('gives back all that was typed into a page too old', () => {
    const fields = [{ name: 'contact[name]', value: '"<沈>"' }];
    const html = engine.render('errors/message', replayPage('/leads/1', fields, words), sampleFrame);
    expect(html).toContain('<input type="hidden" name="contact[name]" value="&quot;&lt;沈&gt;&quot;">');
    expect(html).toContain('<input type="hidden" name="_csrf" value="sample-token">');
  });
});
