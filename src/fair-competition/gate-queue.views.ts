import { pageHead } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import type { Tag } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { GatedCard } from './gate-queue.queries';
import { gateTag, requestLine } from './gate-lines.views';
import { exportAct, listSheet } from '../http/views/list-sheet';
import type { Sheet } from '../http/spreadsheet';

export interface GateQueueModel extends PageModel {
  readonly count: string;
  readonly rows: readonly {
    readonly id: string;
    readonly href: string;
    readonly title: string;
    readonly sub: string;
    readonly asks: readonly { readonly text: string; readonly tag: Tag }[];
    readonly since: string;
    readonly state: Tag;
  }[];
}

/** Leads before their vote with something to be reviewed; those without an opinion first. */
export function gateQueueView(cards: readonly GatedCard[], words: Words): GateQueueModel {
  const title = words.t('gate.queue.title');
  const waiting = cards.filter(({ gate }) => gate.state === 'opinionMissing');
  const others = cards.filter(({ gate }) => gate.state !== 'opinionMissing');
  return {
    page: {
      title,
      dataPage: 'fair-competition-queue',
      crumbs: [{ label: words.t('menu.desk'), href: '/' }, { label: title }],
      head: pageHead({
        title,
        meta: [words.t('gate.queue.meta')],
        acts: [exportAct('/fair-competition.xlsx', words)],
      }),
    },
    count: words.t('gate.queue.count', { n: cards.length, waiting: waiting.length }),
    rows: [...waiting, ...others].map(({ id, number, title: name, unitName, since, gate }) => ({
      id,
      href: `/leads/${id}/fair-competition`,
      title: name,
      sub: [number, unitName].join(' · '),
      asks: gate.requests
        .filter(({ standing }) => standing !== 'matched')
        .map((request) => {
          const { asked, tag } = requestLine(request, words);
          return { text: asked, tag };
        }),
      since: formatsFor(words).day(since),
      state: gateTag(gate.state, words),
    })),
  };
}

/** The queue to take away. */
export function gateQueueSheet(model: GateQueueModel, words: Words): Sheet {
  return listSheet(
    words.t('gate.queue.title'),
    [
      [words.t('gate.col.lead'), 40, 'title'],
      [words.t('leads.number'), 30, 'sub'],
      [words.t('gate.col.asked'), 60, ({ asks }) => asks.map(({ tag, text }) => `${tag.label} ${text}`)],
      [words.t('gate.col.since'), 16, 'since'],
      [words.t('gate.col.standing'), 16, 'state'],
    ],
    model.rows,
  );
}
