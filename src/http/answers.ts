import type { Readable } from 'node:stream';
import type { Flash, PageModel } from './views/frame';

/** An HTML page: the name of its template under `views/` and the finished model. */
export class PageAnswer {
  constructor(
    readonly view: string,
    readonly model: PageModel,
    readonly status: number,
    readonly headers: Readonly<Record<string, string>>,
  ) {}
}

/** After a change: look at the result there. Always 303, so that a reload repeats nothing. */
export class SeeOther {
  constructor(
    readonly path: string,
    readonly flash: Flash | null,
  ) {}
}

/** What was handed out with an answer, as the access log names it. */
export interface HandedOut {
  readonly type: string;
  readonly id: string;
}

/** Bytes to take away; never shown inside the page. */
export class FileAnswer {
  constructor(
    readonly body: Readable | Buffer,
    readonly headers: Readonly<Record<string, string>>,
    /** What is in an archive, each noted by itself; empty where the address says what it is. */
    readonly holds: readonly HandedOut[] = [],
  ) {}
}

/** What a script of the page asks for, as JSON: public data, which nobody takes away. */
export class DataAnswer {
  constructor(
    readonly value: unknown,
    readonly headers: Readonly<Record<string, string>>,
  ) {}
}

/** Renders `views/<view>.hbs`. 422 for a form that has to be corrected. */
export function page(
  view: string,
  model: PageModel,
  options: { status?: number; headers?: Record<string, string> } = {},
): PageAnswer {
  return new PageAnswer(view, model, options.status ?? 200, options.headers ?? {});
}

/** Redirects to a path of this site, with a message for the page that follows. */
export function seeOther(path: string, flash: Flash | null = null): SeeOther {
  return new SeeOther(path, flash);
}

/** A download with exactly the given headers. `holds`: what is in an archive. */
export function file(
  body: Readable | Buffer,
  headers: Record<string, string>,
  holds: readonly HandedOut[] = [],
): FileAnswer {
  return new FileAnswer(body, headers, holds);
}
