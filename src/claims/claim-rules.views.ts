import { CLAIM_RULE_BOUNDS, type ClaimRules } from '../domain/claim/claim-rules';
import { areaField, numberField } from '../http/views/fields';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import {
  claimForm,
  claimPage,
  line,
  section,
  Typed,
  type ClaimPage,
  type SentBack,
} from './claim-page.views';

interface Facts {
  readonly current: { readonly value: ClaimRules; readonly version: number };
  readonly history: readonly { version: number; changedAt: string; changedByLabel: string; reason: string }[];
  readonly may: boolean;
}

/** The terms of first reports as they stand, the form to change them, and who changed them why. */
export function claimRulesView(
  { current, history, may }: Facts,
  sent: SentBack | null,
  words: Words,
): ClaimPage {
  const typed = new Typed('rules', sent);
  const names = Object.keys(CLAIM_RULE_BOUNDS) as (keyof ClaimRules)[];
  const fields = names.map((name) =>
    numberField({
      name,
      label: words.t(`claims.rules.${name}`),
      unit: words.t(`claims.rules.unit.${name}`),
      inputmode: 'numeric',
      value: typed.value(name, String(current.value[name])),
      error: typed.error(name),
      required: true,
      disabled: !may,
    }),
  );
  const reason = areaField({
    name: 'reason',
    label: words.t('claims.rules.reason'),
    required: true,
    rows: 2,
    max: 500,
    value: typed.value('reason'),
    error: typed.error('reason'),
  });
  const form = claimForm(
    {
      id: 'rules',
      title: words.t('claims.rules.title'),
      action: '/admin/settings/claim-rules',
      submit: words.t('claims.rules.submit'),
      note: words.t('claims.rules.note'),
      hidden: [{ name: 'basedOn', value: typed.value('basedOn', String(current.version)) }],
      fields: [...fields, reason],
    },
    words,
  );
  return claimPage(
    {
      dataPage: 'claim-rules',
      title: words.t('claims.rules.title'),
      crumbs: [{ label: words.t('menu.settings'), href: '/admin/settings' }],
      sent,
      forms: may ? [form] : [],
      sections: [
        section({
          id: 'versions',
          title: words.t('claims.rules.history'),
          history:
            history.length === 0
              ? null
              : {
                  items: history.map(({ version, changedAt, changedByLabel, reason: why }) =>
                    line(
                      formatsFor(words).dateTimeShort(changedAt),
                      words.t('claims.rules.version', { n: version, by: changedByLabel, reason: why }),
                    ),
                  ),
                },
          empty: history.length === 0 ? words.t('claims.rules.preset') : '',
        }),
      ],
    },
    words,
  );
}
