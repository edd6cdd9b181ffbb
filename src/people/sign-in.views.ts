import type { KeptForm } from '../http/kept-form';
import type { PageModel } from '../http/views/frame';
import { errorPage, Message } from '../http/views/message';
import type { Words } from '../words/words';

export interface LinkModel extends PageModel {
  good: boolean;
  action: string;
}

/** The page behind a mailed sign-in link: a button, because mail scanners open links too. */
export function linkView(token: string, good: boolean, words: Words): LinkModel {
  return {
    page: { title: words.t('signIn.link.title'), dataPage: 'sign-in-link', layout: 'plain' },
    good,
    action: `/sign-in/links/${encodeURIComponent(token)}`,
  };
}

export interface LinkAskedModel extends PageModel {
  what: string;
}

/** The same for every address. */
export function linkAskedView(email: string, words: Words): LinkAskedModel {
  return {
    page: { title: words.t('signIn.asked.title'), dataPage: 'sign-in-link-asked', layout: 'plain' },
    what: words.t('signIn.asked.what', { email: email.slice(0, 254) }),
  };
}

/** After signing in again: the form that was not taken, complete, one press away from being sent. */
export function resumeView(kept: KeptForm, words: Words): Message {
  return errorPage(403, words, {
    title: words.t('signIn.resume.title'),
    what: words.t('signIn.resume.what'),
    kept: words.t('error.kept.typed'),
    todo: words.t('error.replay.todo'),
    links: [],
    replay: { ...kept, label: words.t('error.replay.act') },
  });
}
