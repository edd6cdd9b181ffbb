import type { Quorum } from '../domain/round/quorum';
import { confirmation, pageHead, type Confirmation } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import { tag, type Tag } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { ClosurePreview } from './closures.queries';
import { refusalText } from './refusal-text';

export interface ClosureModel extends PageModel {
  readonly extension: { readonly text: string; readonly href: string; readonly label: string } | null;
  readonly count: string;
  readonly items: readonly {
    readonly id: string;
    readonly position: string;
    readonly title: string;
    readonly number: string;
    readonly cast: string;
    readonly needed: string;
    readonly kinds: string;
    readonly state: Tag;
    readonly then: string;
  }[];
  readonly confirm: Confirmation;
}

/** What closing does, before it is done. */
export function closureView(preview: ClosurePreview, words: Words): ClosureModel {
  const { number, roundId, items, cast, eligible, awaited } = preview;
  const format = formatsFor(words);
  const deadline = format.deadline(preview.deadlineAt, preview.now);
  const title = words.t('results.closure.title', { round: number });
  return {
    page: {
      title,
      dataPage: 'round-closure',
      crumbs: [
        { label: words.t('menu.desk'), href: '/' },
        { label: words.t('menu.rounds'), href: '/rounds' },
        { label: number, href: `/rounds/${roundId}` },
        { label: words.t('results.closure.crumb') },
      ],
      head: pageHead({
        title,
        meta: [
          words.t('results.closure.deadline', { at: format.dateTimeFull(preview.deadlineAt) }),
          deadline.left,
          words.t('results.closure.cast', { cast, eligible }),
        ],
      }),
    },
    extension: extensionOf(preview, words),
    count: words.t('results.items', { n: items.length }),
    items: items.map(({ lead, position, quorum, vetoes }) => ({
      id: lead?.id ?? '',
      position: String(position),
      title: lead?.title ?? '',
      number: lead?.number ?? '',
      cast: words.t('results.closure.castOf', { cast: quorum.cast, eligible: quorum.eligible }),
      needed: words.t('results.closure.needed', { n: quorum.needed }),
      kinds: missing(quorum, words),
      state: quorum.met
        ? tag(words.t('results.closure.met'), 'green', 'quorumMet')
        : tag(words.t('results.closure.short'), 'amber', 'quorumShort'),
      then: words.t(thenKey(quorum, vetoes)),
    })),
    confirm: confirmation({
      title: words.t('results.closure.confirm'),
      consequences: [
        words.t('results.closure.does.tally', { n: items.filter(({ quorum }) => quorum.met).length }),
        words.t('results.closure.does.void', { n: items.filter(({ quorum }) => !quorum.met).length }),
        words.t('results.closure.does.links', { n: preview.seats }),
        words.t('results.closure.does.awaited', { n: awaited }),
        words.t('results.closure.does.seal'),
        words.t('results.closure.does.quiet'),
      ],
      action: `/rounds/${roundId}/closure`,
      submit: words.t('results.closure.submit'),
      cancel: { label: words.t('ui.cancel'), href: `/rounds/${roundId}` },
      disabledBecause: preview.refusal && refusalText(preview.refusal, words),
    }),
  };
}

type Standing = ClosurePreview['items'][number];

/** What closing makes of the item: without a quorum nothing is decided, not even by a veto. */
function thenKey(quorum: Quorum, vetoes: Standing['vetoes']): string {
  if (!quorum.met) return 'results.closure.thenVoid';
  if (vetoes.confirmed > 0) return 'vetoes.closure.confirmed';
  return vetoes.raised > 0 ? 'vetoes.closure.open' : 'results.closure.thenTally';
}

function extensionOf(
  { mayExtend, roundId, items, rules }: ClosurePreview,
  words: Words,
): ClosureModel['extension'] {
  if (!mayExtend) return null;
  const n = items.filter(({ quorum }) => !quorum.met).length;
  return {
    text: words.t('results.closure.extend', { n, workdays: rules.extension.workdays }),
    href: `/rounds/${roundId}#extension-deadlineAt`,
    label: words.t('results.closure.extend.act'),
  };
}

/** Which kinds and mandatory seats are still missing; '' when none is. */
function missing({ kinds, functions }: Quorum, words: Words): string {
  const short = [
    ...kinds.filter(({ met }) => !met).map(({ kind }) => words.t(`panelKind.${kind}`)),
    ...functions.filter(({ met }) => !met).map(({ function: duty }) => words.t(`seatFunction.${duty}`)),
  ];
  return short.length === 0 ? '' : words.t('results.closure.lacks', { list: formatsFor(words).list(short) });
}
