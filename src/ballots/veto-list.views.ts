import { pageHead } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import type { Tag } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { groundName, standingText, vetoTag } from './veto-lines.views';
import type { SeenVeto } from './vetoes.queries';
import { exportAct, listSheet } from '../http/views/list-sheet';
import type { Sheet } from '../http/spreadsheet';

/** The model of `vetoes/index`. */
export interface VetoListModel extends PageModel {
  readonly rows: readonly {
    readonly id: string;
    readonly href: string;
    readonly ground: string;
    readonly place: string;
    readonly title: string;
    readonly raised: string;
    readonly raisedAt: string;
    readonly state: Tag;
    readonly standing: string;
    readonly isMine: boolean;
  }[];
}

/** The vetoes a signed-in person may see; those that wait for this person are marked. */
export function vetoListView(seen: readonly SeenVeto[], words: Words): VetoListModel {
  const mine = seen.filter(({ veto, standing }) => standing.isConfirmer && veto.state === 'raised').length;
  const title = words.t('vetoes.title');
  return {
    page: {
      title,
      dataPage: 'veto-index',
      crumbs: [{ label: words.t('rounds.crumb.desk'), href: '/' }, { label: title }],
      head: pageHead({
        title,
        meta: [
          words.t('vetoes.count', { n: seen.length }),
          ...(mine > 0 ? [{ strong: words.t('vetoes.count.mine', { n: mine }) }] : []),
          words.t('vetoes.secret'),
        ],
        acts: [exportAct('/vetoes.xlsx', words)],
      }),
    },
    rows: seen.map(({ veto, standing }) => ({
      id: veto.id,
      href: `/vetoes/${veto.id}`,
      ground: groundName(veto.ground, words),
      place: words.t('vetoes.place', { round: veto.round.number, position: veto.position }),
      title: veto.title,
      raised: veto.raisedLabel,
      raisedAt: formatsFor(words).dateTimeShort(veto.raisedAt),
      state: vetoTag(veto.state, words),
      standing: standingText(veto, words),
      isMine: standing.isConfirmer && veto.state === 'raised',
    })),
  };
}

/** The vetoes this person may see, to take away. */
export function vetoSheet(model: VetoListModel, words: Words): Sheet {
  return listSheet(
    words.t('vetoes.title'),
    [
      [words.t('vetoes.col.ground'), 30, 'ground'],
      [words.t('vetoes.col.item'), 50, ({ place, title }) => [place, title]],
      [words.t('vetoes.col.raised'), 30, ({ raised, raisedAt }) => [raised, raisedAt]],
      [words.t('vetoes.col.state'), 40, ({ state, standing }) => [state, standing]],
    ],
    model.rows,
  );
}
