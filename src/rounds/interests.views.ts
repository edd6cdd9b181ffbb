import { isCompetitor } from '../domain/round/interests';
import { pageHead } from '../http/views/acts';
import { areaField, type Field } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { tag, type Tag } from '../http/views/marks';
import { industryName } from '../reference/industries';
import type { LeadCard } from '../leads/leads.queries';
import type { Unit } from '../people/person.entity';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { keyOf } from './interest-key';
import { toldForm, type ToldForm } from './interest-told.views';
import { undecidedOf, type InterestRead, type InterestsRead } from './interests.queries';
import type { Round } from './round.entity';

/** A form that was sent and has to be corrected. */
export interface SentInterest {
  readonly form: 'decision' | 'told';
  readonly key: { readonly itemId: string; readonly seatId: string; readonly personId: string };
  readonly reason: string;
  readonly error: string;
}

export interface InterestsFacts {
  readonly round: Round;
  readonly read: InterestsRead;
  readonly leads: ReadonlyMap<string, LeadCard>;
  readonly units: readonly Unit[];
  readonly mayAct: boolean;
  readonly sent: SentInterest | null;
}

export interface InterestRow {
  readonly id: string;
  readonly who: string;
  readonly post: string;
  readonly item: string;
  readonly lead: string;
  readonly grounds: readonly string[];
  readonly standing: Tag;
  readonly effect: string;
  readonly decided: string;
  /** Null where nobody decides. */
  readonly form: {
    readonly hidden: readonly { readonly name: string; readonly value: string }[];
    readonly reason: Field;
    readonly confirm: string;
    readonly dismiss: string;
  } | null;
}

/** The model of `rounds/interests`. */
export interface InterestsModel extends PageModel {
  readonly action: string;
  readonly note: string;
  /** What is wrong with a form that was about none of the rows; '' for nothing. */
  readonly error: string;
  readonly rows: readonly InterestRow[];
  readonly none: string;
  readonly told: ToldForm | null;
  readonly back: { readonly label: string; readonly href: string };
}

/** What the facts suggest before a round opens, each with its grounds, to be confirmed or dismissed. */
export function interestsView(facts: InterestsFacts, words: Words): InterestsModel {
  const { round, read } = facts;
  const base = `/rounds/${round.id}`;
  const order = [...read.interests].sort((a, b) => rank(a) - rank(b));
  const title = words.t('interests.title');
  return {
    page: {
      title,
      dataPage: 'round-interests',
      crumbs: [
        { label: words.t('rounds.crumb.desk'), href: '/' },
        { label: words.t('rounds.list.title'), href: '/rounds' },
        { label: round.number, href: base },
        { label: title },
      ],
      head: pageHead({ title, meta: [{ strong: round.number }, round.title, ...countsOf(read, words)] }),
    },
    action: `${base}/recusals`,
    note: words.t('interests.note'),
    error: strayError(facts),
    rows: order.map((interest) => rowOf(interest, facts, words)),
    none: words.t('interests.none'),
    told: facts.mayAct ? toldForm(facts, words) : null,
    back: { label: words.t('interests.back'), href: base },
  };
}

function strayError({ read, sent }: InterestsFacts): string {
  if (sent?.form !== 'decision') return '';
  return read.interests.some((interest) => keyOf(interest) === keyOf(sent.key)) ? '' : sent.error;
}

/** Those that hold the opening up first, then nearness, then what has been decided. */
function rank({ standing, isSerious }: InterestRead): number {
  if (standing === 'open') return isSerious ? 0 : 1;
  return standing === 'confirmed' ? 2 : standing === 'dismissed' ? 3 : 4;
}

function countsOf({ interests }: InterestsRead, words: Words): string[] {
  const open = undecidedOf(interests).length;
  const kept = interests.filter(({ standing }) => standing === 'confirmed' || standing === 'byRule').length;
  return [words.t('interests.meta.open', { n: open }), words.t('interests.meta.kept', { n: kept })];
}

function rowOf(interest: InterestRead, facts: InterestsFacts, words: Words): InterestRow {
  const { read, leads, mayAct, sent } = facts;
  const { itemId, seatId, personId, standing, grounds, leadId, isHolder } = interest;
  const seat = read.seats.find(({ id }) => id === seatId);
  const item = read.items.find(({ id }) => id === itemId);
  const lead = leads.get(leadId);
  const own = sent?.form === 'decision' && keyOf(sent.key) === keyOf(interest) ? sent : null;
  const id = `${itemId}-${seatId}-${personId}`;
  return {
    id,
    who: read.people.get(personId)?.name ?? '',
    post: words.t(isHolder ? 'interests.post.holder' : 'interests.post.alternate', {
      unit: seat?.unitName ?? '',
    }),
    item: words.t('interests.item', { position: item?.position ?? 0 }),
    lead: lead?.title ?? '',
    grounds: grounds.map((ground) => groundText(ground, interest, facts, words)),
    standing: standingTag(interest, words),
    effect: effectOf(interest, words),
    decided: decidedText(interest, words),
    form:
      mayAct && standing !== 'byRule'
        ? {
            hidden: [
              { name: 'item', value: itemId },
              { name: 'seat', value: seatId },
              { name: 'person', value: personId },
            ],
            reason: areaField({
              id: `reason-${id}`,
              name: 'reason',
              label: words.t('interests.reason'),
              required: true,
              stacked: true,
              rows: 2,
              value: own?.reason ?? '',
              error: own?.error ?? '',
            }),
            confirm: words.t('interests.confirm'),
            dismiss: words.t('interests.dismiss'),
          }
        : null,
  };
}

export function groundText(
  ground: string,
  { seatId, personId, leadId }: InterestRead,
  { read, units, leads }: InterestsFacts,
  words: Words,
): string {
  const seat = read.seats.find(({ id }) => id === seatId);
  const own = new Set([seat?.unitId, read.people.get(personId)?.unitId]);
  const unit = units.find(({ id, industryCode }) => own.has(id) && industryCode !== null);
  const code = unit?.industryCode ?? '';
  return words.t(`interests.ground.${ground}`, {
    unit: unit?.name ?? seat?.unitName ?? '',
    investor: leads.get(leadId)?.investorName ?? '',
    scoutUnit: leads.get(leadId)?.scoutUnitName ?? '',
    industry: `${code} ${industryName(code) ?? ''}`.trim(),
  });
}

function standingTag({ standing, isSerious }: InterestRead, words: Words): Tag {
  switch (standing) {
    case 'byRule':
    case 'confirmed':
      return tag(words.t(`interests.standing.${standing}`), 'red', standing);
    case 'dismissed':
      return tag(words.t('interests.standing.dismissed'), 'line', standing);
    default:
      return isSerious
        ? tag(words.t('interests.standing.open'), 'amber', 'open')
        : tag(words.t('interests.standing.near'), 'blue', 'near');
  }
}

function effectOf({ standing, grounds, isHolder, isSerious }: InterestRead, words: Words): string {
  if (standing === 'dismissed') return words.t('interests.effect.none');
  if (standing === 'byRule' || standing === 'confirmed')
    return words.t(isHolder ? 'interests.effect.recused' : 'interests.effect.alternate');
  if (isSerious) return words.t('interests.effect.open');
  return words.t(isCompetitor(grounds) ? 'interests.effect.competitor' : 'interests.effect.near');
}

function decidedText({ reason, decidedAt, standing }: InterestRead, words: Words): string {
  if (decidedAt === null || (standing !== 'confirmed' && standing !== 'dismissed')) return '';
  return words.t('interests.decided', { at: formatsFor(words).dateTimeShort(decidedAt), reason });
}
