import { shareText } from '../domain/claim/dispute';
import type { Instant } from '../domain/shared/instant';
import { act } from '../http/views/acts';
import { section, sectionLine, sectionList, type Section } from '../http/views/section';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { HandOver, LeadReferral } from './backers.entity';
import type { CoScoutRow } from './backers.queries';
import { scoutLine } from './claim-list.views';
import { lightOf, reasonOf } from './claim-words';
import { secondOf } from './claim.views';
import type { ClaimRow } from './claims.queries';
import type { Dispute } from './dispute.entity';
import { becauseOf, hrefOf } from './match.views';
import type { Match } from './matches.queries';

interface Blocked {
  readonly block: { readonly unitName: string; readonly reportedAt: Instant; readonly disputeBy: Instant };
  readonly dispute: Dispute | null;
  readonly leadId: string;
  readonly now: Instant;
}

/** Only unit and day of the first report are told, never more; and what can be done about it until when. */
export function blockSection({ block, dispute, leadId, now }: Blocked, words: Words): Section {
  const fmt = formatsFor(words);
  const told = {
    unit: block.unitName,
    day: fmt.official(block.reportedAt),
    until: fmt.dateTimeFull(block.disputeBy),
  };
  const open = dispute === null && now <= block.disputeBy;
  const standing =
    dispute === null ? (open ? 'open' : 'over') : dispute.outcome === null ? dispute.state : dispute.outcome;
  return section({
    id: 'claim-block',
    heading: words.t('claims.block.title'),
    asks: open,
    text: words.t(`claims.block.${standing}`, told),
    acts: [
      dispute === null
        ? act({
            label: words.t('claims.block.dispute'),
            href: `/leads/${leadId}/dispute`,
            disabledBecause: open ? null : words.t('refusal.disputeTooLate'),
          })
        : act({ label: words.t('claims.block.see'), href: `/disputes/${dispute.id}` }),
    ],
  });
}

interface Claimed {
  readonly claim: ClaimRow;
  readonly disputes: readonly Dispute[];
  readonly handOvers: readonly HandOver[];
  readonly now: Instant;
  /** Whether the page of the first report is for this person. */
  readonly party: boolean;
  readonly own: boolean;
}

/** The light of the first report with its reason. */
export function claimSection(
  { claim, disputes, handOvers, now, party, own }: Claimed,
  words: Words,
): Section {
  const fmt = formatsFor(words);
  const page = `/leads/${claim.leadId}/claim`;
  return section({
    id: 'first-report',
    heading: words.t('claims.aside.title'),
    light: lightOf(claim, now, words),
    text: reasonOf(claim, now, words),
    list: sectionList([
      sectionLine({
        title: secondOf(claim.reportedAt, words),
        when: `${claim.unitName}　${scoutLine(claim, words)}`,
      }),
      ...disputes.map((dispute) =>
        sectionLine({
          title: words.t('claims.aside.dispute', {
            unit: dispute.challengerUnit,
            state: words.t(
              dispute.outcome ? `disputes.outcome.${dispute.outcome}` : `disputes.state.${dispute.state}`,
            ),
          }),
          when:
            dispute.outcome === 'split'
              ? words.t('disputes.sharesAre', {
                  holder: shareText(dispute.holderShare ?? 0),
                  challenger: shareText(dispute.challengerShare ?? 0),
                })
              : fmt.dateTimeShort(dispute.filedAt),
        }),
      ),
      ...handOvers.map(({ fromName, toName, at }) =>
        sectionLine({
          title: words.t('claims.aside.handOver', { from: fromName, to: toName }),
          when: fmt.dateTimeShort(at),
        }),
      ),
    ]),
    acts: party
      ? [
          act({
            label: words.t(own && claim.state === 'protected' ? 'claims.aside.renew' : 'claims.aside.open'),
            href: page,
          }),
          ...disputes.map(({ id }) => act({ label: words.t('claims.block.see'), href: `/disputes/${id}` })),
        ]
      : [],
  });
}

/** Leads that look alike, each with why, and what was ruled. `rules`: whether the reader is the one to rule. */
export function matchSection(matches: readonly Match[], rules: boolean, words: Words): Section {
  const waiting = matches.filter(({ ruling }) => ruling === null);
  return section({
    id: 'matches',
    heading: words.t('matches.aside'),
    asks: rules && waiting.length > 0,
    text: words.t(waiting.length > 0 ? 'matches.aside.waiting' : 'matches.aside.ruled', {
      n: waiting.length,
    }),
    list: sectionList(
      matches.map((match) =>
        sectionLine({
          title: `${match.other.number}　${match.other.title}`,
          when:
            match.ruling === null
              ? becauseOf(match, words)
              : words.t(`matches.ruled.${match.ruling.verdict}`, { reason: match.ruling.reason }),
        }),
      ),
    ),
    acts: waiting.map((match) =>
      act({ label: words.t('matches.ruleOn', { number: match.other.number }), href: hrefOf(match) }),
    ),
  });
}

/** Co-scouts with the share of each, and whether it is confirmed; the one concerned answers here. */
export function coScoutSection(
  given: { readonly rows: readonly CoScoutRow[]; readonly leadId: string; readonly personId: string },
  words: Words,
): Section {
  const fmt = formatsFor(words);
  const own = given.rows.find(({ personId, state }) => personId === given.personId && state === 'asked');
  const press = (verdict: 'confirm' | 'decline') =>
    act({
      id: `co-scout-${verdict}`,
      label: words.t(`coScouts.${verdict}`),
      href: `/leads/${given.leadId}/co-scout`,
      method: 'post',
      fields: [{ name: 'verdict', value: verdict }],
      tone: verdict === 'confirm' ? 'primary' : '',
    });
  return section({
    id: 'co-scouts',
    heading: words.t('coScouts.title'),
    asks: own !== undefined,
    text: own ? words.t('coScouts.asked', { share: own.share }) : '',
    list: sectionList(
      given.rows.map(({ name, unitName, share, state, answeredAt, askedAt }) =>
        sectionLine({
          title: words.t('coScouts.line', { name, unit: unitName, share }),
          when: words.t(`coScouts.state.${state}`, { at: fmt.dateTimeShort(answeredAt ?? askedAt) }),
        }),
      ),
    ),
    acts: own ? [press('confirm'), press('decline')] : [],
  });
}

/** Who introduced the investor, locked, and whether a reward is possible. */
export function referrerSection(
  referral: LeadReferral & { readonly region: string | null; readonly termUntil: string | null },
  words: Words,
): Section {
  const fmt = formatsFor(words);
  const { name, kind, unrewarded, lockedAt, region, termUntil } = referral;
  const ambassador =
    region === null || termUntil === null
      ? []
      : [sectionLine({ title: words.t('referrals.ambassador', { region, until: fmt.official(termUntil) }) })];
  return section({
    id: 'referrer',
    heading: words.t('referrals.title'),
    text: words.t(unrewarded === null ? 'referrals.free' : `referrals.${unrewarded}`),
    list: sectionList([
      sectionLine({
        title:
          kind === null
            ? name
            : words.t('referrals.line', { name, kind: words.t(`lead.option.referrerKind.${kind}`) }),
        when: words.t('referrals.locked', { at: fmt.dateTimeShort(lockedAt) }),
      }),
      ...ambassador,
    ]),
  });
}
