import { gunzipSync, brotliDecompressSync, gzipSync } from 'node:zlib';
import { AssetManifest, encoded } from '../../../../src/http/views/asset-manifest';
import { componentsModel } from '../../../../src/http/views/components.sample';
import { sampleFrame } from '../../../../src/http/views/frame.sample';
import { ViewEngine } from '../../../../src/http/views/view-engine';
import { viewsFolder } from '../../../../src/http/views/views-folder';

const assets = new AssetManifest(viewsFolder());

describe('the assets of every page', () => {
  it('have addresses made of their content', () => {
    expect(assets.css.url).toMatch(/^\/assets\/app\.[0-9a-f]{12}\.css$/);
    expect(assets.find(assets.js.url)).toBe(assets.js);
    expect(assets.find('/assets/app.css')).toBeNull();
    expect(new AssetManifest(viewsFolder()).css.url).toBe(assets.css.url);
  });

  it('are joined in order and compressed', () => {
    const css = assets.css.identity.toString();
    expect(css.indexOf(':root')).toBeLessThan(css.indexOf('.btn'));
    expect(css.indexOf('.btn')).toBeLessThan(css.indexOf('@media print'));
    expect(gunzipSync(assets.css.gzip)).toEqual(assets.css.identity);
    expect(brotliDecompressSync(assets.js.br)).toEqual(assets.js.identity);
  });

  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['identity', ''],
    ['', ''],
  ])('go out to "%s" as "%s"', (accept, encoding) => {
    expect(encoded(assets.js, accept).encoding).toBe(encoding);
  });

  it('stay within the budget of a first load', () => {
    const html = new ViewEngine(viewsFolder()).render('design/components', componentsModel, sampleFrame);
    expect(assets.js.gzip.length).toBeLessThan(12 * 1024);
    expect(assets.css.gzip.length + assets.js.gzip.length + gzipSync(html).length).toBeLessThan(60 * 1024);
  });

  it('keep to the browser floor: no nesting, layers, :has, container queries or calls home', () => {
    const css = assets.css.identity.toString();
    expect(css).not.toMatch(/@layer|@container|:has\(|@import|url\((?!["']?data:)/);
    expect(css).not.toMatch(/\{[^{}]*&/);
    expect(assets.js.identity.toString()).not.toMatch(/\?\?|\?\.[a-z(]|https?:|eval\(|\.replaceAll\(/);
  });
});
