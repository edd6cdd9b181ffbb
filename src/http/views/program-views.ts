import { AssetManifest } from './asset-manifest';
import { ViewEngine } from './view-engine';
import { viewsFolder } from './views-folder';

let views: ViewEngine | undefined;
let assets: AssetManifest | undefined;

/** The compiled templates of this program, which hold no state: made once in a process, however often it starts there. */
export function programViews(): ViewEngine {
  return (views ??= new ViewEngine(viewsFolder()));
}

/** Stylesheet and script, compressed once in a process. */
export function programAssets(): AssetManifest {
  return (assets ??= new AssetManifest(viewsFolder()));
}
