import type { PageHead } from './frame';

/** A hidden form field. */
export interface Hidden {
  readonly name: string;
  readonly value: string;
}

/** The model of the partials `button` and `act`. */
export interface Act {
  readonly id: string;
  readonly label: string;
  readonly href: string;
  /** A POST form of its own with `fields`; otherwise a link, or a submit button of the form `form`. */
  readonly isPost: boolean;
  readonly form: string;
  readonly name: string;
  readonly value: string;
  readonly tone: string;
  readonly small: boolean;
  readonly large: boolean;
  readonly block: boolean;
  readonly fields: readonly Hidden[];
  /** Asked before it is done; the page of the act says the same without script. */
  readonly confirm: string;
  readonly disabled: boolean;
  /** Beside the button: what it does, or why it cannot be done now. */
  readonly why: string;
}

export interface ActInput {
  readonly label: string;
  readonly href?: string;
  readonly method?: 'get' | 'post';
  readonly id?: string;
  readonly form?: string;
  readonly name?: string;
  readonly value?: string;
  readonly tone?: '' | 'primary' | 'danger' | 'quiet';
  readonly size?: '' | 'small' | 'large' | 'block';
  readonly fields?: readonly Hidden[];
  readonly confirm?: string;
  readonly why?: string;
  /** The sentence of a refusal; the button is then shown as not available, beside it. */
  readonly disabledBecause?: string | null;
}

/** A button with every key that its partial reads. The id defaults to one made of the address, for the reason. */
export function act(input: ActInput): Act {
  const { href = '', disabledBecause = null, size = '' } = input;
  return {
    id: input.id ?? (href.replace(/[^a-zA-Z0-9]+/g, '-').replace(/^-|-$/g, '') || 'act'),
    label: input.label,
    href,
    isPost: input.method === 'post' && !input.form,
    form: input.form ?? '',
    name: input.name ?? '',
    value: input.value ?? '',
    tone: input.tone ?? '',
    small: size === 'small',
    large: size === 'large' || size === 'block',
    block: size === 'block',
    fields: input.fields ?? [],
    confirm: input.confirm ?? '',
    disabled: disabledBecause !== null,
    why: disabledBecause ?? input.why ?? '',
  };
}

export interface PageHeadInput {
  readonly title: string;
  /** Short facts under the title; a bold one first, when it matters most. */
  readonly meta?: readonly (string | { readonly strong: string })[];
  readonly acts?: readonly ActInput[];
  /** Instead of buttons: a large line and a small one below, as for a deadline. */
  readonly aside?: { readonly big: string; readonly small: string } | null;
}

/** The title of a page above the double rule. */
export function pageHead(input: PageHeadInput): PageHead {
  return {
    title: input.title,
    meta: (input.meta ?? []).map((item) =>
      typeof item === 'string' ? { text: item, strong: false } : { text: item.strong, strong: true },
    ),
    acts: (input.acts ?? []).map(act),
    aside: input.aside ?? null,
  };
}

/** The model of the partial `confirm`: a page or panel that says what will happen before it happens. */
export interface Confirmation {
  readonly title: string;
  readonly text: string;
  readonly consequences: readonly string[];
  readonly action: string;
  readonly fields: readonly Hidden[];
  /** Models of `field`: a reason, the number to be typed. */
  readonly inputs: readonly object[];
  readonly submit: string;
  readonly danger: boolean;
  readonly disabled: boolean;
  readonly why: string;
  readonly cancel: { readonly label: string; readonly href: string };
}

export type ConfirmationInput = Pick<Confirmation, 'title' | 'action' | 'submit' | 'cancel'> &
  Partial<Omit<Confirmation, 'disabled' | 'why'>> & { readonly disabledBecause?: string | null };

export function confirmation(input: ConfirmationInput): Confirmation {
  const { disabledBecause = null, ...given } = input;
  return {
    text: '',
    consequences: [],
    fields: [],
    inputs: [],
    danger: false,
    disabled: disabledBecause !== null,
    why: disabledBecause ?? '',
    ...given,
  };
}
