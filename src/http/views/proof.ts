import type { Words } from '../../words/words';
import type { ProofAsked } from '../fresh-proof';
import type { Hidden } from './acts';
import { textField, type Field } from './fields';
import type { PageModel } from './frame';

interface Press {
  readonly label: string;
  readonly name: string;
  readonly value: string;
}

/** The model of `errors/proof`: the form that was sent, with a password or a code to send along. */
export interface ProofModel extends PageModel {
  readonly title: string;
  readonly what: string;
  readonly kept: string;
  readonly sent: string;
  readonly error: string;
  readonly action: string;
  readonly carried: readonly Hidden[];
  readonly inputs: readonly Field[];
  readonly act: Press;
  /** The other way to prove it; null for none. */
  readonly other: Press | null;
}

export function proofPage(
  asked: ProofAsked,
  form: { readonly action: string; readonly fields: readonly Hidden[] },
  words: Words,
): ProofModel {
  const { hasPassword, isDemo, codeSentTo, error, minutes } = asked;
  const title = words.t('proof.title');
  const go: Press = { label: words.t('proof.act'), name: '', value: '' };
  const send: Press = {
    label: words.t(codeSentTo === null ? 'proof.send' : 'proof.sendAgain'),
    name: 'proof[send]',
    value: 'yes',
  };
  const demo: Press = { label: words.t('proof.demo'), name: 'proof[demo]', value: 'yes' };
  const asksSomething = hasPassword || codeSentTo !== null;
  return {
    page: { title, dataPage: 'proof', layout: 'plain' },
    title,
    what: words.t('proof.what', { minutes }),
    kept: words.t('proof.kept'),
    sent: codeSentTo === null ? '' : words.t('proof.sent', { email: codeSentTo }),
    error: error === null ? '' : words.t(`proof.error.${error}`),
    action: form.action,
    carried: form.fields,
    inputs: isDemo ? [] : [...(codeSentTo ? [code(words)] : hasPassword ? [password(words)] : [])],
    act: isDemo ? demo : asksSomething ? go : send,
    other: !isDemo && asksSomething ? send : null,
  };
}

function password(words: Words): Field {
  return textField({
    name: 'proof[password]',
    label: words.t('proof.password'),
    type: 'password',
    autocomplete: 'current-password',
    stacked: true,
  });
}

function code(words: Words): Field {
  return textField({
    name: 'proof[code]',
    label: words.t('proof.code'),
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    stacked: true,
  });
}
