import type { AppReply, AppRequest } from './request';

/** Two that a mailed voting link leaves in the browser that used it; neither lets anybody in by itself. */
export type LinkCookie =
  /** Knows the browser again when the same seat's link is used there another time. */
  | 'browser'
  /** Binds a code that was mailed to the browser that asked for it. */
  | 'step';

const day = 86_400;
const seconds: Readonly<Record<LinkCookie, number>> = { browser: 180 * day, step: 3600 };

function nameOf(kind: LinkCookie, secure: boolean): string {
  return secure ? `__Host-ballot-${kind}` : `ballot-${kind}`;
}

/** What the browser brought; null for anything that we cannot have set. */
export function linkCookie(request: AppRequest, kind: LinkCookie, secure: boolean): string | null {
  const value = request.cookies[nameOf(kind, secure)] ?? '';
  return /^[\w-]{22,64}$/.test(value) ? value : null;
}

export function setLinkCookie(reply: AppReply, kind: LinkCookie, value: string, secure: boolean): void {
  const rules = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  void reply.setCookie(nameOf(kind, secure), value, { ...rules, maxAge: seconds[kind] });
}

export function clearLinkCookie(reply: AppReply, kind: LinkCookie, secure: boolean): void {
  void reply.clearCookie(nameOf(kind, secure), { path: '/', httpOnly: true, sameSite: 'lax', secure });
}
