import type { Words } from '../../words/words';
import type { Hidden } from './acts';
import type { Page } from './frame';

/** The model of `errors/message`: what happened, what was kept, what to do; nothing technical but the request id. */
export interface Message {
  readonly page: Page;
  readonly title: string;
  readonly what: string;
  readonly kept: string;
  readonly todo: string;
  /** `''` for none. */
  readonly requestId: string;
  readonly links: readonly { readonly label: string; readonly href: string }[];
  readonly replay: Replay | null;
}

/** A form whose page was too old, ready to be sent again as it was typed. */
export interface Replay {
  readonly action: string;
  readonly fields: readonly Hidden[];
  readonly label: string;
}

export type ErrorStatus = 400 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500;

/** The page of a status in its plain words; `given` replaces what is known better, as the reason of a refusal. */
export function errorPage(
  status: ErrorStatus,
  words: Words,
  given: Partial<Omit<Message, 'page'>> & { readonly layout?: Page['layout'] } = {},
): Message {
  const { layout = 'plain', ...rest } = given;
  const title = rest.title ?? words.t(`error.${status}.title`);
  return {
    page: { title, dataPage: `error-${status}`, layout },
    what: words.t(`error.${status}.what`),
    kept: status === 404 || status === 410 ? '' : words.t('error.kept.nothing'),
    todo: words.t(`error.${status}.todo`),
    requestId: '',
    links: [{ label: words.t('error.home'), href: '/' }],
    replay: null,
    ...rest,
    title,
  };
}

/** The page for a form that came from a page too old to be trusted. Its own new CSRF field comes from the frame. */
export function replayPage(action: string, fields: readonly Hidden[], words: Words, requestId = ''): Message {
  return errorPage(403, words, {
    title: words.t('error.replay.title'),
    what: words.t('error.replay.what'),
    kept: words.t('error.replay.kept'),
    todo: words.t('error.replay.todo'),
    requestId,
    links: [],
    replay: { action, fields, label: words.t('error.replay.act') },
  });
}
