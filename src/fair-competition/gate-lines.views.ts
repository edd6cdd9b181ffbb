import type { GateState } from '../domain/fair-competition/gate';
import type { RequestStanding } from '../domain/fair-competition/check-requests';
import { tag, type Tag, type TagTone } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { typeName } from './clause-cells';
import type { CheckedRequest } from './fair-competition.queries';
import type { FairCompetitionOpinion } from './opinion.entity';

const standingTones: Readonly<Record<RequestStanding, TagTone>> = {
  matched: 'green',
  unmatched: 'amber',
  expired: 'amber',
  flagged: 'red',
};

const gateTones: Readonly<Record<GateState, TagTone>> = {
  clear: 'green',
  unproved: 'amber',
  opinionMissing: 'amber',
  lawful: 'green',
  lawfulAfterChange: 'amber',
  unlawful: 'red',
};

export function gateTag(state: GateState, words: Words): Tag {
  return tag(words.t(`gate.state.${state}`), gateTones[state], state);
}

/** One request in finished sentences: what is asked, what it was compared with, and why it is flagged. */
export interface RequestLine {
  readonly position: string;
  readonly asked: string;
  readonly tag: Tag;
  readonly match: string;
  readonly href: string;
  readonly flags: readonly { readonly title: string; readonly basis: string }[];
}

export function requestLine(request: CheckedRequest, words: Words): RequestLine {
  const { position, standing, reason, clause, flags, asked } = request;
  const formats = formatsFor(words);
  const policy = clause?.policy;
  const details = {
    title: policy?.title ?? '',
    document: policy?.documentNo ?? '',
    code: clause?.clause?.code ?? '',
    cap: clause?.clause?.capWan == null ? '' : formats.number(clause.clause.capWan),
    day:
      policy === undefined
        ? ''
        : formats.official(reason === 'notYet' ? policy.validFrom : (policy.validTo ?? policy.validFrom)),
  };
  return {
    position: String(position),
    asked: askedText(request, words),
    tag: tag(words.t(`gate.standing.${standing}`), standingTones[standing], standing),
    match: words.t(`gate.reason.${reason}`, details),
    href: policy === undefined ? '' : `/policies/${policy.id}`,
    flags: flags.map(({ rule, words: found }) => ({
      title:
        found === null
          ? words.t('gate.flag.type', {
              name: rule.name,
              type: asked.type === null ? '' : typeName(asked.type, words),
            })
          : words.t('gate.flag.words', { name: rule.name, found }),
      basis: rule.basis,
    })),
  };
}

export function askedText({ asked }: Pick<CheckedRequest, 'asked'>, words: Words): string {
  const { type, text, amountWan } = asked;
  const kind = type === null ? '' : typeName(type, words);
  const amount =
    amountWan === null
      ? ''
      : words.t('format.amount', {
          n: formatsFor(words).number(amountWan),
          unit: words.t('format.unit.wan'),
        });
  const said = [text ?? '', amount].filter(Boolean).join(words.t('format.comma'));
  return kind === '' ? said : words.t('gate.asked', { kind, said });
}

/** An opinion as it is quoted. */
export interface OpinionSay {
  readonly tag: Tag;
  readonly basis: string;
  readonly text: string;
  readonly cite: string;
  /** It was given on requests that have changed since. */
  readonly outdated: string;
  readonly file: { readonly label: string; readonly href: string } | null;
}

/** `byLabel` stays out where the reader need not know who signed. */
export function opinionSay(
  opinion: FairCompetitionOpinion,
  { isOutdated, withName, withFile }: { isOutdated: boolean; withName: boolean; withFile: boolean },
  words: Words,
): OpinionSay {
  const { verdict, basis, text, documentNo, byLabel, at, fileId, revision } = opinion;
  const day = formatsFor(words).official(at);
  return {
    tag: gateTag(verdict, words),
    basis: words.t('gate.opinion.basis', { basis }),
    text,
    cite: [documentNo, withName ? byLabel : '', day].filter(Boolean).join(' · '),
    outdated: isOutdated ? words.t('gate.opinion.outdated', { n: revision }) : '',
    file:
      fileId !== null && withFile ? { label: words.t('gate.opinion.file'), href: `/files/${fileId}` } : null,
  };
}
