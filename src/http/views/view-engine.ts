import Handlebars from 'handlebars';
import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { LOCALES, type Locale } from '../../words/catalogue';
import { wordsFor, type Words } from '../../words/words';
import type { Frame, Page, PageModel } from './frame';
import { checkMarkup } from './markup-check';
import { checkTree } from './template-check';
import { BrokenView } from './template-runtime';
import { writeTemplates, type Render, type RenderData } from './template-writer';

/**
 * Strict Handlebars over the `views/` folder. Everything is read, parsed by Handlebars, checked and compiled once per
 * language when the program starts; a broken template stops the start with file, line and reason. A key the model
 * does not have throws, in output and in `{{#if}}` alike. Values are always escaped.
 *
 * Templates are named by path without extension (`leads/index`). Those in `partials/` are included by their short
 * name (`{{> tag}}`), those whose file name begins with `_` by their path (`{{> leads/_row}}`). Words come from
 * `{{t "key"}}`; `@frame` and `@page` are reachable everywhere, `@index`, `@first`, `@last` within `{{#each}}`.
 */
export class ViewEngine {
  private readonly views: ReadonlyMap<Locale, ReadonlyMap<string, Render>>;

  /** Throws BrokenView naming each broken template, its line and the reason. */
  constructor(
    folder: string,
    private readonly words: (locale: Locale) => Words = wordsFor,
  ) {
    const sources = readTemplates(folder);
    const partials = new Map([...sources.keys()].map((view) => [partialName(view), view]));
    const trees = parsed(sources, new Set(partials.keys()), words('zh-CN'));
    this.views = new Map(LOCALES.map((locale) => [locale, writeTemplates(trees, partials, words(locale))]));
  }

  /** A whole page: the view inside the layout that its `page.layout` names (`app` when it names none). */
  render(view: string, model: PageModel, frame: Frame): string {
    const page = completed(model.page);
    const data = { frame, page, words: this.words(frame.locale), body: '' };
    const body = this.run(view, model, data, frame.locale);
    // `@body` is the one value printed as it is: our own template's output, each value in it escaped already.
    return this.run(`layouts/${page.layout}`, {}, { ...data, body }, frame.locale);
  }

  /** A view without a layout, for mails and fragments. */
  renderBare(view: string, model: object, locale: Locale, frame: Frame | null = null): string {
    return this.run(view, model, { frame, page: null, words: this.words(locale), body: '' }, locale);
  }

  has(view: string): boolean {
    return this.views.get('zh-CN')?.has(view) ?? false;
  }

  private run(view: string, model: object, data: RenderData, locale: Locale): string {
    const render = this.views.get(locale)?.get(view);
    if (render === undefined) throw new BrokenView(`there is no view "${view}"`);
    return render(model, data);
  }
}

type CompletedPage = Omit<Required<Page>, 'watermark'> & { readonly watermark: readonly string[] | null };

/** So often is it said on a page: enough for a large screen. */
const marksOnPage = 48;

/** Layouts are strict too, so what a page may leave out is filled in here. */
function completed(page: Page): CompletedPage {
  return {
    title: page.title,
    dataPage: page.dataPage,
    crumbs: (page.crumbs ?? []).map((crumb) => ({ label: crumb.label, href: crumb.href ?? '' })),
    head: page.head ?? null,
    layout: page.layout ?? 'app',
    wide: page.wide ?? false,
    watermark: page.watermark ? new Array<string>(marksOnPage).fill(page.watermark) : null,
  };
}

function readTemplates(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.hbs'),
  );
  return new Map(
    files.sort().map((file) => {
      const name = file.split(sep).join('/').slice(0, -4);
      // The line end at the end of a file would be a space between two marks on a line.
      return [name, readFileSync(join(folder, file), 'utf8').replace(/\n$/, '')];
    }),
  );
}

/** The name a template is included by; pages have one too, which no check accepts. */
function partialName(view: string): string {
  if (view.startsWith('partials/')) return view.slice('partials/'.length);
  return /(?:^|\/)_[^/]+$/.test(view) ? view : `page:${view}`;
}

function parsed(
  sources: ReadonlyMap<string, string>,
  partials: ReadonlySet<string>,
  words: Words,
): ReadonlyMap<string, hbs.AST.Program> {
  const known = { partials, hasWord: (key: string) => words.has(key) };
  const trees = new Map<string, hbs.AST.Program>();
  const faults: string[] = [];
  for (const [view, source] of sources) {
    const found = checkMarkup(source, { mail: view.startsWith('mail/') });
    try {
      const tree = Handlebars.parse(source);
      trees.set(view, tree);
      found.push(...checkTree(tree, view, known));
    } catch (error) {
      found.push((error as Error).message.replace(/\n/g, ' '));
    }
    faults.push(...found.map((fault) => `views/${view}.hbs ${fault}`));
  }
  if (faults.length > 0) throw new BrokenView(`broken templates:\n${faults.join('\n')}`);
  return trees;
}
