import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import type { Viewer } from '../domain/access/viewer';
import { wordsFor, Words } from '../words/words';
import { csrfToken } from './csrf';
import { takeFlash } from './flash';
import { localeOf } from './locale';
import { menuFor } from './menu';
import { AppReply, AppRequest } from './request';
import { AssetManifest } from './views/asset-manifest';
import type { Frame } from './views/frame';

/** Puts together what surrounds every page. */
@Injectable()
export class FrameBuilder {
  constructor(
    private readonly config: Config,
    private readonly assets: AssetManifest,
  ) {}

  /** Also works for a request that failed before it was identified: then nobody is signed in. */
  frameFor(request: AppRequest, reply: AppReply): Frame {
    const words = request.visit?.words ?? wordsFor(localeOf(request, null, this.config.LOCALE));
    const viewer = request.visit?.viewer ?? null;
    const path = request.url;
    const other = words.locale === 'en' ? 'zh-CN' : 'en';
    return {
      locale: words.locale,
      appName: words.t('frame.city'),
      person: viewer && { name: viewer.name, roleWord: roleWord(viewer, words) },
      menu: menuFor(viewer, path, words),
      csrf: csrfToken(reply),
      flash: takeFlash(request, reply),
      // A voting link's token is no business of a hidden field.
      path: path.startsWith('/v/') ? '/' : path,
      otherLocale: { label: other === 'en' ? 'English' : '中文', code: other },
      search: viewer !== null && viewer.roles.some((role) => role === 'secretariat' || role === 'scout'),
      assets: this.assets.urls,
      requestId: request.id,
      demo: this.config.MODE === 'demo',
    };
  }
}

function roleWord(viewer: Viewer, words: Words): string {
  const [first] = viewer.roles;
  return first ? words.t(`role.${first}`) : viewer.unitName;
}
