import type { Locale } from '../../words/catalogue';

/** One entry of the side menu; `count` is ready to print, `''` for none; `late` makes it red. */
export interface MenuItem {
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
  readonly count: string;
  readonly late: boolean;
}

export interface MenuGroup {
  readonly heading: string;
  readonly items: readonly MenuItem[];
}

/** A message carried over one redirect. */
export interface Flash {
  readonly tone: 'ok' | 'info' | 'warn' | 'error';
  readonly text: string;
}

/** Everything around a page that does not depend on which page it is; templates reach it as `@frame`. */
export interface Frame {
  readonly locale: Locale;
  readonly appName: string;
  readonly person: { readonly name: string; readonly roleWord: string } | null;
  readonly menu: readonly MenuGroup[];
  /** The value of the hidden `_csrf` field; the partial `csrf` prints it. */
  readonly csrf: string;
  readonly flash: Flash | null;
  /** Path and query of this page, where the language switch comes back to. */
  readonly path: string;
  readonly otherLocale: { readonly label: string; readonly code: Locale };
  readonly search: boolean;
  readonly assets: { readonly css: string; readonly js: string };
  readonly requestId: string;
  readonly demo: boolean;
}

export type LayoutName = 'app' | 'plain' | 'ballot' | 'document';

/** What each view model carries under `page`. */
export interface Page {
  readonly title: string;
  /** The `data-page` of the main element, `round-show`: a stable hook for checks. */
  readonly dataPage: string;
  /** From the desk to here; the last one has no `href`. */
  readonly crumbs?: readonly { readonly label: string; readonly href?: string }[];
  /** The model of `page-head`; the layout then prints it, with the flash message below it. */
  readonly head?: PageHead | null;
  /** `app` when left out. */
  readonly layout?: LayoutName;
  /** Prints in landscape. */
  readonly wide?: boolean;
  /** Who looks at what is restricted, and when: laid faintly over the page and its print. */
  readonly watermark?: string;
}

/** The model of the partial `page-head`; make it with `pageHead()` of `acts.ts`. */
export interface PageHead {
  readonly title: string;
  readonly meta: readonly { readonly text: string; readonly strong: boolean }[];
  readonly acts: readonly object[];
  readonly aside: { readonly big: string; readonly small: string } | null;
}

export interface PageModel {
  readonly page: Page;
}
