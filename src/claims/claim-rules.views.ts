import { CLAIM_RULE_BOUNDS, type ClaimRules } from '../domain/claim/claim-rules';
import type { SettingPage } from '../http/views/setting-page';

const days = ['protectionDays', 'admittedDays', 'amberAfterDays', 'lapseAfterDays'] as const;

/** The terms of first reports. */
export const claimRulesPage: SettingPage<ClaimRules> = {
  href: '/admin/settings/claim-rules',
  word: 'claims.rules',
  dataPage: 'claim-rules',
  typed: (rules) => rules,
  groups: (fields) => [
    {
      fields: [
        ...days.map((name) => fields.number(name, { unit: fields.words.t('promises.unit.days') })),
        fields.number('disputeWorkdays', { unit: fields.words.t('promises.unit.workdays') }),
        fields.money('leadingGroupFromWan'),
      ],
    },
  ],
  read: (form) => {
    const [protectionDays, admittedDays, amberAfterDays, lapseAfterDays, disputeWorkdays] = [
      ...days,
      'disputeWorkdays' as const,
    ].map((name) => form.whole(name, CLAIM_RULE_BOUNDS[name])) as [number, number, number, number, number];
    if (lapseAfterDays <= amberAfterDays) form.wrong('lapseAfterDays', 'claims.rules.order');
    const [least, most] = CLAIM_RULE_BOUNDS.leadingGroupFromWan;
    const leadingGroupFromWan = Number(form.amount('leadingGroupFromWan', most, true));
    if (!Number.isInteger(leadingGroupFromWan) || leadingGroupFromWan < least)
      form.wrong('leadingGroupFromWan', 'citySetting.error.whole', { least, most });
    return {
      protectionDays,
      admittedDays,
      amberAfterDays,
      lapseAfterDays,
      disputeWorkdays,
      leadingGroupFromWan,
    };
  },
};
