import { sessionRules } from '../domain/access/session-rules';
import type { AppReply, AppRequest } from './request';

export type SessionKind = 'person' | 'ballot';

/** Two cookies, so that a voting link never joins with, upgrades or replaces a person's own session. */
function nameOf(kind: SessionKind, secure: boolean): string {
  const name = kind === 'person' ? 'session' : 'ballot';
  return secure ? `__Host-${name}` : name;
}

export function sessionToken(request: AppRequest, kind: SessionKind, secure: boolean): string | undefined {
  return request.cookies[nameOf(kind, secure)];
}

export function setSessionCookie(reply: AppReply, kind: SessionKind, token: string, secure: boolean): void {
  void reply.setCookie(nameOf(kind, secure), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: sessionRules.absolute / 1000,
  });
}

export function clearSessionCookie(reply: AppReply, kind: SessionKind, secure: boolean): void {
  void reply.clearCookie(nameOf(kind, secure), { path: '/', httpOnly: true, sameSite: 'lax', secure });
}
