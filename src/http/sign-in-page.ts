import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import type { Words } from '../words/words';
import { KeptForm, packKeptForm } from './kept-form';
import type { NotSignedIn } from './stale-form';
import { type Field, textField } from './views/fields';
import type { PageModel } from './views/frame';
import { errorPage, Message } from './views/message';

/** The model of `views/people/sign-in.hbs`. */
export interface SignInModel extends PageModel, SignInState {
  fields: Field[];
  demo: boolean;
}

interface SignInState {
  email: string;
  next: string;
  /** A form that waits for the sign-in, packed; empty when there is none. */
  kept: string;
  notice: string;
  error: string;
}

/** The sign-in page, both when someone goes there and when someone has to. */
@Injectable()
export class SignInPage {
  constructor(private readonly config: Config) {}

  model(words: Words, given: Partial<SignInState> = {}): SignInModel {
    const state = { email: '', next: '/', kept: '', notice: '', error: '', ...given };
    return {
      page: { title: words.t('signIn.title'), dataPage: 'sign-in', layout: 'plain' },
      ...state,
      fields: [
        textField({
          name: 'email',
          label: words.t('signIn.email'),
          value: state.email,
          type: 'email',
          autocomplete: 'username',
          stacked: true,
        }),
        textField({
          name: 'password',
          label: words.t('signIn.password'),
          type: 'password',
          autocomplete: 'current-password',
          hint: words.t('signIn.passwordHint'),
          stacked: true,
        }),
      ],
      demo: this.config.MODE === 'demo',
    };
  }

  /** For a request that needed a session and had none. */
  again(
    { kind, handedTo }: Pick<NotSignedIn, 'kind' | 'handedTo'>,
    form: KeptForm | null,
    words: Words,
    requestId: string,
  ): { view: string; model: PageModel } {
    if (kind === 'ballot')
      return { view: 'errors/message', model: this.openLinkAgain(form, words, requestId, handedTo) };
    const kept = form ? packKeptForm(form, this.config.SECRET_KEY) : '';
    return { view: 'people/sign-in', model: this.model(words, { kept, notice: words.t('signIn.expired') }) };
  }

  private openLinkAgain(
    form: KeptForm | null,
    words: Words,
    requestId: string,
    handedTo: string | null,
  ): Message {
    const handed = handedTo !== null;
    return errorPage(410, words, {
      requestId,
      title: words.t(handed ? 'ballotSession.handed.title' : 'ballotSession.title'),
      what: handed ? words.t('ballotSession.handed.what', { name: handedTo }) : words.t('ballotSession.what'),
      kept: words.t(form ? 'ballotSession.kept' : 'error.kept.nothing'),
      todo: words.t(
        handed ? 'ballotSession.handed.todo' : form ? 'ballotSession.todoForm' : 'ballotSession.todo',
      ),
      links: [],
      replay: form && { ...form, label: words.t('error.replay.act') },
    });
  }
}
