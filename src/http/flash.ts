import type { Flash } from './views/frame';
import type { AppReply, AppRequest } from './request';

const name = 'flash';
const tones: readonly string[] = ['ok', 'info', 'warn', 'error'];

/** Leaves a message for the next page, in a signed cookie that lives a minute. */
export function leaveFlash(reply: AppReply, flash: Flash, secure: boolean): void {
  void reply.setCookie(name, Buffer.from(JSON.stringify(flash)).toString('base64url'), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    signed: true,
    maxAge: 60,
  });
}

/** The message left by the page before, taken away as it is read; null when there is none or it was tampered with. */
export function takeFlash(request: AppRequest, reply: AppReply): Flash | null {
  const cookie = request.cookies[name];
  if (!cookie) return null;
  void reply.clearCookie(name, { path: '/' });
  const { valid, value } = request.unsignCookie(cookie);
  if (!valid || value === null) return null;
  try {
    const flash = JSON.parse(Buffer.from(value, 'base64url').toString()) as Partial<Flash>;
    if (typeof flash.text === 'string' && tones.includes(String(flash.tone))) return flash as Flash;
  } catch {
    // Not ours; as good as none.
  }
  return null;
}
