import type { AppReply, AppRequest } from './request';

/** The value for a page's hidden `_csrf` field; its secret lies in a cookie of this browser. */
export function csrfToken(reply: AppReply): string {
  return reply.generateCsrf();
}

/** Whether the form that came with a request carries a token of this browser. */
export function verifyCsrf(request: AppRequest): Promise<boolean> {
  return new Promise((resolve) => {
    // The plugin would answer by itself; we answer with a page that keeps what was typed.
    const answer = { send: () => resolve(false) } as unknown as AppReply;
    request.server.csrfProtection(request, answer, () => resolve(true));
  });
}
