import { shareText } from '../domain/claim/dispute';
import type { Instant } from '../domain/shared/instant';
import { act } from '../http/views/acts';
import type { Aside } from '../http/views/aside';
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
export function blockAside({ block, dispute, leadId, now }: Blocked, words: Words): Aside {
  const fmt = formatsFor(words);
  const told = {
    unit: block.unitName,
    day: fmt.official(block.reportedAt),
    until: fmt.dateTimeFull(block.disputeBy),
  };
  const open = dispute === null && now <= block.disputeBy;
  const standing =
    dispute === null ? (open ? 'open' : 'over') : dispute.outcome === null ? dispute.state : dispute.outcome;
  return {
    id: 'claim-block',
    title: words.t('claims.block.title'),
    light: null,
    text: words.t(`claims.block.${standing}`, told),
    items: [],
    acts: [
      dispute === null
        ? act({
            label: words.t('claims.block.dispute'),
            href: `/leads/${leadId}/dispute`,
            disabledBecause: open ? null : words.t('refusal.disputeTooLate'),
          })
        : act({ label: words.t('claims.block.see'), href: `/disputes/${dispute.id}` }),
    ],
  };
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
export function claimAside({ claim, disputes, handOvers, now, party, own }: Claimed, words: Words): Aside {
  const fmt = formatsFor(words);
  const page = `/leads/${claim.leadId}/claim`;
  return {
    id: 'first-report',
    title: words.t('claims.aside.title'),
    light: lightOf(claim, now, words),
    text: reasonOf(claim, now, words),
    items: [
      { text: secondOf(claim.reportedAt, words), sub: `${claim.unitName}　${scoutLine(claim, words)}` },
      ...disputes.map((dispute) => ({
        text: words.t('claims.aside.dispute', {
          unit: dispute.challengerUnit,
          state: words.t(
            dispute.outcome ? `disputes.outcome.${dispute.outcome}` : `disputes.state.${dispute.state}`,
          ),
        }),
        sub:
          dispute.outcome === 'split'
            ? words.t('disputes.sharesAre', {
                holder: shareText(dispute.holderShare ?? 0),
                challenger: shareText(dispute.challengerShare ?? 0),
              })
            : fmt.dateTimeShort(dispute.filedAt),
      })),
      ...handOvers.map(({ fromName, toName, at }) => ({
        text: words.t('claims.aside.handOver', { from: fromName, to: toName }),
        sub: fmt.dateTimeShort(at),
      })),
    ],
    acts: party
      ? [
          act({
            label: words.t(own && claim.state === 'protected' ? 'claims.aside.renew' : 'claims.aside.open'),
            href: page,
          }),
          ...disputes.map(({ id }) => act({ label: words.t('claims.block.see'), href: `/disputes/${id}` })),
        ]
      : [],
  };
}

/** Leads that look alike, each with why, and what was ruled. */
export function matchAside(matches: readonly Match[], words: Words): Aside {
  const waiting = matches.filter(({ ruling }) => ruling === null);
  return {
    id: 'matches',
    title: words.t('matches.aside'),
    light: null,
    text: words.t(waiting.length > 0 ? 'matches.aside.waiting' : 'matches.aside.ruled', {
      n: waiting.length,
    }),
    items: matches.map((match) => ({
      text: `${match.other.number}　${match.other.title}`,
      sub:
        match.ruling === null
          ? becauseOf(match, words)
          : words.t(`matches.ruled.${match.ruling.verdict}`, { reason: match.ruling.reason }),
    })),
    acts: waiting.map((match) =>
      act({ label: words.t('matches.ruleOn', { number: match.other.number }), href: hrefOf(match) }),
    ),
  };
}

/** Co-scouts with the share of each, and whether it is confirmed; the one concerned answers here. */
export function coScoutAside(
  given: { readonly rows: readonly CoScoutRow[]; readonly leadId: string; readonly personId: string },
  words: Words,
): Aside {
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
  return {
    id: 'co-scouts',
    title: words.t('coScouts.title'),
    light: null,
    text: own ? words.t('coScouts.asked', { share: own.share }) : '',
    items: given.rows.map(({ name, unitName, share, state, answeredAt, askedAt }) => ({
      text: words.t('coScouts.line', { name, unit: unitName, share }),
      sub: words.t(`coScouts.state.${state}`, { at: fmt.dateTimeShort(answeredAt ?? askedAt) }),
    })),
    acts: own ? [press('confirm'), press('decline')] : [],
  };
}

/** Who introduced the investor, locked, and whether a reward is possible. */
export function backersAside(
  referral: LeadReferral & { readonly region: string | null; readonly termUntil: string | null },
  words: Words,
): Aside {
  const fmt = formatsFor(words);
  const { name, kind, unrewarded, lockedAt, region, termUntil } = referral;
  const ambassador =
    region === null || termUntil === null
      ? []
      : [{ text: words.t('referrals.ambassador', { region, until: fmt.official(termUntil) }), sub: '' }];
  return {
    id: 'referrer',
    title: words.t('referrals.title'),
    light: null,
    text: words.t(unrewarded === null ? 'referrals.free' : `referrals.${unrewarded}`),
    items: [
      {
        text:
          kind === null
            ? name
            : words.t('referrals.line', { name, kind: words.t(`lead.option.referrerKind.${kind}`) }),
        sub: words.t('referrals.locked', { at: fmt.dateTimeShort(lockedAt) }),
      },
      ...ambassador,
    ],
    acts: [],
  };
}
