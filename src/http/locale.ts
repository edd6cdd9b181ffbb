import { LOCALES, Locale } from '../words/catalogue';
import type { AppReply, AppRequest } from './request';

const name = 'locale';

/** The language a person chose on the page, else their own, else the city's. */
export function localeOf(request: AppRequest, personal: Locale | null, cityWide: Locale): Locale {
  const chosen = request.cookies[name];
  return LOCALES.find((locale) => locale === chosen) ?? personal ?? cityWide;
}

/** Remembers the choice for a year. */
export function rememberLocale(reply: AppReply, locale: Locale, secure: boolean): void {
  void reply.setCookie(name, locale, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: 31_536_000,
  });
}

/** Lets the personal preference, or the city's language, speak again. */
export function forgetLocale(reply: AppReply): void {
  void reply.clearCookie(name, { path: '/' });
}
