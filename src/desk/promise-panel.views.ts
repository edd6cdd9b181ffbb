import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { DeskFacts } from './desk-facts';
import { panel, todo, type DeskPanel } from './desk-parts';

/** Lines on the tile; the page has them all. */
const most = 5;

/** What is late or due soon and whose turn it is; and for whoever gives opinions, how many leads wait for one. */
export function promisePanels({ promises, toReview, now, office }: DeskFacts, words: Words): DeskPanel[] {
  return [
    ...(promises === null ? [] : [promisePanel(promises, office !== null, now, words)]),
    ...(toReview === null || toReview === 0
      ? []
      : [
          panel(words.t('promises.desk.review'), [
            todo({
              title: words.t('promises.desk.review.item', { n: toReview }),
              href: '/fair-competition',
              when: words.t('promises.desk.review.when'),
            }),
          ]),
        ]),
  ];
}

/** The secretariat has its own turn in the table above; here it is told of everybody's. */
function promisePanel(
  { rows }: NonNullable<DeskFacts['promises']>,
  isOffice: boolean,
  now: string,
  words: Words,
): DeskPanel {
  const formats = formatsFor(words);
  const near = rows.filter(({ standing }) => standing === 'late' || standing === 'soon');
  const late = near.filter(({ standing }) => standing === 'late').length;
  return panel(
    words.t(isOffice ? 'promises.desk.everyone' : 'promises.desk'),
    near.slice(0, most).map(({ kind, number, title, turn, unitName, endsAt, href, standing, workdaysLate }) =>
      todo({
        title: `${words.t(`promises.kind.${kind}`)} ${title}`,
        href,
        when: [number, unitName ?? words.t(`promises.turn.${turn}`), formats.dateTime(endsAt)]
          .filter(Boolean)
          .join(' · '),
        due:
          standing === 'late'
            ? words.t('promises.late', { n: workdaysLate })
            : formats.remaining(endsAt, now),
        late: standing === 'late',
      }),
    ),
    {
      note: words.t('promises.desk.note', { late, soon: near.length - late }),
      more: { label: words.t('promises.desk.more'), href: '/late?standing=all' },
      empty: words.t('promises.desk.none'),
    },
  );
}
