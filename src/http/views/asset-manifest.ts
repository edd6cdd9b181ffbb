import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** One bundled file, ready to be sent in each encoding a browser may accept. Its address changes with its content. */
export interface Asset {
  readonly url: string;
  readonly type: string;
  readonly identity: Buffer;
  readonly gzip: Buffer;
  readonly br: Buffer;
}

/** An asset never changes under its address, so it may be kept for ever. */
export const ASSET_CACHE_CONTROL = 'public, max-age=31536000, immutable';

/** The folder and the extension of a kind of asset, and the files it is made of, in the order they are joined. */
type Order = Readonly<Record<'css' | 'js', readonly string[]>>;

/**
 * The stylesheet and the script of every page, joined at boot from `views/assets/{css,js}` in the order that
 * `views/assets/order.json` declares. Throws when the order and the folder disagree: a file left out would
 * silently be missing from every page.
 */
export class AssetManifest {
  readonly css: Asset;
  readonly js: Asset;
  readonly icon: Asset;
  private readonly byUrl: ReadonlyMap<string, Asset>;

  constructor(viewsFolder: string) {
    const folder = join(viewsFolder, 'assets');
    const order = JSON.parse(readFileSync(join(folder, 'order.json'), 'utf8')) as Order;
    this.css = bundle(folder, 'css', order.css, 'text/css; charset=utf-8');
    this.js = bundle(folder, 'js', order.js, 'text/javascript; charset=utf-8');
    this.icon = asset('/assets/icon.svg', 'image/svg+xml', readFileSync(join(folder, 'icon.svg')));
    this.byUrl = new Map([this.css, this.js, this.icon].map((asset) => [asset.url, asset]));
  }

  /** The asset at a path without its query, or null. */
  find(path: string): Asset | null {
    return this.byUrl.get(path) ?? null;
  }

  /** The addresses for `frame.assets`. */
  get urls(): { css: string; js: string } {
    return { css: this.css.url, js: this.js.url };
  }
}

/** The body to send and its Content-Encoding (`''` for none) for a request's Accept-Encoding. */
export function encoded(
  asset: Asset,
  acceptEncoding: string,
): { body: Buffer; encoding: 'br' | 'gzip' | '' } {
  if (/\bbr\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(acceptEncoding))
    return { body: asset.br, encoding: 'br' };
  if (/\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(acceptEncoding))
    return { body: asset.gzip, encoding: 'gzip' };
  return { body: asset.identity, encoding: '' };
}

function bundle(folder: string, kind: 'css' | 'js', order: readonly string[], type: string): Asset {
  const present = readdirSync(join(folder, kind)).filter((name) => name.endsWith(`.${kind}`));
  const declared = order.map((name) => `${name}.${kind}`);
  const astray = [
    ...declared.filter((name) => !present.includes(name)).map((name) => `${name} is missing`),
    ...present.filter((name) => !declared.includes(name)).map((name) => `${name} is not in order.json`),
  ];
  if (astray.length > 0) throw new Error(`views/assets/${kind}: ${astray.join('; ')}`);
  const identity = Buffer.from(
    declared.map((name) => tightened(readFileSync(join(folder, kind, name), 'utf8'), kind)).join(''),
  );
  const hash = createHash('sha256').update(identity).digest('hex').slice(0, 12);
  return asset(`/assets/app.${hash}.${kind}`, type, identity);
}

/** Compressed once, at boot. */
function asset(url: string, type: string, identity: Buffer): Asset {
  return {
    url,
    type,
    identity,
    gzip: gzipSync(identity, { level: 9 }),
    br: brotliCompressSync(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  };
}

/** Drops whole-line comments, indentation and blank lines; anything cleverer would need to understand the language. */
function tightened(source: string, kind: 'css' | 'js'): string {
  const bare = kind === 'css' ? source.replace(/\/\*[\s\S]*?\*\//g, '') : source.replace(/^\s*\/\/.*$/gm, '');
  return bare.replace(/^\s+/gm, '').replace(/\s+$/gm, '') + '\n';
}
