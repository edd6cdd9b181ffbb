import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { stringify } from 'qs';

type Inject = (options: InjectOptions) => Promise<LightMyRequestResponse>;

/** A form as a page would send it: nested names as objects, lists as arrays. */
export type Fields = Record<string, unknown>;

/** A browser without script: keeps cookies, sends forms with the page's CSRF field, does not follow redirects. */
export class Visitor {
  private readonly cookies = new Map<string, string>();
  private csrf: string | null = null;

  constructor(private readonly inject: Inject) {}

  setCookie(name: string, value: string): void {
    this.cookies.set(name, value);
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  get(path: string, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> {
    return this.send({ method: 'GET', url: path, headers });
  }

  head(path: string): Promise<LightMyRequestResponse> {
    return this.send({ method: 'HEAD', url: path });
  }

  /** Sends anything at all with the cookies of this browser. */
  request(options: InjectOptions): Promise<LightMyRequestResponse> {
    return this.send(options);
  }

  /** Sends a form, with a CSRF token of this browser unless the fields bring their own `_csrf`. */
  async post(
    path: string,
    fields: Fields = {},
    headers: Record<string, string> = {},
  ): Promise<LightMyRequestResponse> {
    const _csrf = '_csrf' in fields ? fields['_csrf'] : await this.csrfToken();
    return this.send({
      method: 'POST',
      url: path,
      payload: stringify({ ...fields, _csrf }, { arrayFormat: 'brackets' }),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
  }

  /** Sends a multipart form: `_csrf` first, then the fields, then the files. */
  async upload(
    path: string,
    fields: Record<string, string>,
    files: { field: string; name: string; type: string; content: Buffer }[],
  ): Promise<LightMyRequestResponse> {
    const boundary = 'boundary-of-the-test';
    const parts: Buffer[] = [];
    for (const [name, value] of Object.entries({ _csrf: await this.csrfToken(), ...fields })) {
      parts.push(
        Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
      );
    }
    for (const { field, name, type, content } of files) {
      const head = `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`;
      parts.push(Buffer.from(head), content, Buffer.from('\r\n'));
    }
    parts.push(Buffer.from(`--${boundary}--\r\n`));
    return this.send({
      method: 'POST',
      url: path,
      payload: Buffer.concat(parts),
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    });
  }

  /** The token that pages of this browser carry. */
  async csrfToken(): Promise<string> {
    this.csrf ??= /name="_csrf" value="([^"]+)"/.exec((await this.get('/sign-in')).body)?.[1] ?? null;
    if (this.csrf === null) throw new Error('The sign-in page has no CSRF field');
    return this.csrf;
  }

  private async send(options: InjectOptions): Promise<LightMyRequestResponse> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await this.inject({
      ...options,
      headers: { ...options.headers, ...(cookie ? { cookie } : {}) },
    });
    for (const { name, value, maxAge, expires } of response.cookies) {
      if (maxAge === 0 || (expires && expires.getTime() === 0)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }
}

/** The value of a form control in a page, for tests that send back what a page holds. */
export function fieldValue(html: string, name: string): string | null {
  const escaped = name.replace(/[[\]]/g, '\\$&');
  return new RegExp(`name="${escaped}"[^>]*? value="([^"]*)"`).exec(html)?.[1] ?? null;
}
