import { roundMachine } from '../domain/round/round-moves';
import { act, pageHead, type Act, type Hidden } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import { seal, tag, type Seal, type Tag } from '../http/views/marks';
import type { Words } from '../words/words';
import { hostConditionsRefusal, unsettled } from './host-condition-rules';
import { chosenMark } from './announcement.form';
import type { LetterDraft, LetterWriter } from './letter-drafts.queries';
import { refusalText } from './refusal-text';
import type { RoundResults } from './results.queries';

interface DraftModel {
  readonly id: string;
  readonly title: string;
  readonly number: string;
  readonly to: string;
  readonly seal: Seal | null;
  readonly tag: Tag | null;
  readonly sections: readonly { readonly heading: string; readonly text: string }[];
  readonly comments: readonly {
    readonly id: string;
    readonly value: string;
    readonly text: string;
    readonly kind: string;
    readonly named: boolean;
  }[];
  readonly note: string;
}

export interface AnnouncementModel extends PageModel {
  readonly action: string;
  readonly fields: readonly Hidden[];
  readonly unruled: { readonly text: string; readonly href: string; readonly label: string } | null;
  /** Admitted leads whose host made conditions that wait to be settled. */
  readonly hostConditions: readonly {
    readonly text: string;
    readonly href: string;
    readonly label: string;
  }[];
  readonly count: string;
  readonly drafts: readonly DraftModel[];
  readonly consequences: readonly string[];
  readonly submit: Act;
}

const formId = 'announcement-form';

/** Every letter as it will go out, and the one act that sends them. */
export function announcementView(
  results: RoundResults,
  writer: LetterWriter,
  words: Words,
): AnnouncementModel {
  const { round, roll } = results.material;
  const { drafts } = writer;
  const unruled = drafts.filter(({ decided }) => decided === null).map(({ item }) => item.lead.number);
  const refusal = roundMachine.check('announce', round.state, { unruled }) ?? hostConditionsRefusal(drafts);
  const how = (kind: string): number => drafts.filter(({ decided }) => decided === kind).length;
  const title = words.t('results.announcement.title', { round: round.number });
  return {
    page: {
      title,
      dataPage: 'round-announcement',
      crumbs: [
        { label: words.t('menu.desk'), href: '/' },
        { label: words.t('menu.rounds'), href: '/rounds' },
        { label: round.number, href: `/rounds/${round.id}` },
        { label: words.t('results.crumb'), href: `/rounds/${round.id}/results` },
        { label: words.t('results.announcement.crumb') },
      ],
      head: pageHead({ title, meta: [words.t('results.announcement.meta')] }),
    },
    action: `/rounds/${round.id}/announcement`,
    fields: [{ name: chosenMark, value: '1' }],
    unruled:
      unruled.length === 0
        ? null
        : {
            text: words.t('results.announcement.unruled', { n: unruled.length, leads: unruled.join('、') }),
            href: `/rounds/${round.id}/results`,
            label: words.t('results.announcement.unruled.act'),
          },
    hostConditions: unsettled(drafts).map(({ item, hostConditions }) => ({
      text: words.t('hostConditions.open', {
        n: hostConditions.length,
        lead: item.lead.number,
        host: hostConditions[0]?.hostName ?? '',
      }),
      href: `/rounds/${round.id}/items/${item.outcome.itemId}/conditions`,
      label: words.t('hostConditions.settle'),
    })),
    count: words.t('results.announcement.letters', { n: drafts.length - how('void') }),
    drafts: drafts.map((draft) => draftModel(draft, writer, words)),
    consequences: [
      words.t('results.announcement.does.letters', { n: drafts.length - how('void') }),
      words.t('results.announcement.does.cage', { n: how('admit') }),
      words.t('results.announcement.does.void', { n: how('void') }),
      words.t('results.announcement.does.heads', { n: roll.length }),
      words.t('results.announcement.does.final'),
    ],
    submit: act({
      label: words.t('results.announce'),
      form: formId,
      id: 'announce',
      tone: 'primary',
      disabledBecause: refusal && refusalText(refusal, words),
      why: words.t('results.announcement.why'),
    }),
  };
}

function draftModel(draft: LetterDraft, writer: LetterWriter, words: Words): DraftModel {
  const { item, decided, comments } = draft;
  const given = {
    id: item.outcome.itemId,
    title: item.revision?.content.title ?? item.lead.title,
    number: item.lead.number,
    to: words.t('results.announcement.to', { unit: item.lead.scoutUnitName }),
  };
  if (decided === null || decided === 'void') {
    const key = decided === null ? 'borderline' : 'void';
    const mark = tag(words.t(`results.outcome.${key}`), decided === null ? 'amber' : 'line', key);
    const note = words.t(`results.announcement.note.${key}`);
    return { ...given, seal: null, tag: mark, sections: [], comments: [], note };
  }
  const numbers = { number: words.t('results.letter.pending'), cageNo: words.t('results.cageNo.pending') };
  return {
    ...given,
    seal: seal(decided, words.t(`results.outcome.${decided}`)),
    tag: null,
    sections: writer.write(draft, decided, numbers, []).sections,
    comments: comments.map(({ id, text, kind, named }) => ({
      id: `comment-${id}`,
      value: id,
      text,
      kind: words.t('results.comment.kind', { kind: words.t(`panelKind.${kind}`) }),
      named,
    })),
    note: '',
  };
}
