import { beijing } from '../domain/shared/instant';
import { pageHead, type ActInput } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { DeskFacts } from './desk-facts';
import type { DeskPanel, DueTable, Figures, RoundBox } from './desk-parts';
import { hostPanels, scoutPanels, seatPanel, sponsorPanel, supporterPanel } from './own-desk.views';
import { promisePanels } from './promise-panel.views';
import { dueTable } from './due-table.views';
import { endedPostingPanels } from './ended-postings.views';
import { officeFigures, officePanels, officeSide, roundBoxes } from './office-desk.views';
import { troubledFilesPanels } from './troubled-files.views';
import { adminPanels, inspectorPanels, leadingPanels } from './watch-desk.views';

export interface DeskModel extends PageModel {
  figures: Figures | null;
  due: DueTable | null;
  main: readonly DeskPanel[];
  boxes: readonly RoundBox[];
  side: readonly DeskPanel[];
}

/** The desk of a person: the parts of each role they hold, one below the other. */
export function deskView(facts: DeskFacts, words: Words): DeskModel {
  const due = facts.office && dueTable(facts.office, facts, words);
  return {
    page: {
      title: words.t('menu.desk'),
      dataPage: 'desk',
      crumbs: [{ label: words.t('menu.desk') }],
      head: pageHead({ title: today(facts, words), meta: meta(facts, due, words), acts: acts(facts, words) }),
    },
    figures: facts.office && officeFigures(facts.office, words),
    due,
    main: [
      ...troubledFilesPanels((facts.office ?? facts.admin)?.troubledFiles ?? [], words),
      ...endedPostingPanels((facts.office ?? facts.admin)?.endedPostings ?? [], words),
      ...promisePanels(facts, words),
      ...(facts.office ? officePanels(facts.office, words) : []),
      ...(facts.seats ? [seatPanel(facts.seats, facts, words)] : []),
      ...(facts.scout ? scoutPanels(facts.scout, words) : []),
      ...(facts.host ? hostPanels(facts.host, facts, words) : []),
      ...(facts.supporter ? [supporterPanel(facts.supporter, facts, words)] : []),
      ...(facts.sponsor ? [sponsorPanel(facts.sponsor, facts, words)] : []),
      ...(facts.leading ? leadingPanels(facts.leading, words) : []),
      ...(facts.inspector ? inspectorPanels(facts.inspector, words) : []),
      ...(facts.admin ? adminPanels(facts.admin, facts.office === null, words) : []),
    ],
    boxes: facts.office ? roundBoxes(facts.office, facts, words) : [],
    side: facts.office ? officeSide(facts.office, words) : [],
  };
}

function today({ now }: DeskFacts, words: Words): string {
  const { weekday } = beijing(now);
  return words.t('desk.today', {
    day: formatsFor(words).dayShort(now),
    weekday: words.t(`format.weekday.${weekday}`),
  });
}

function meta(
  facts: DeskFacts,
  due: (DueTable & { late: number; own: number }) | null,
  words: Words,
): (string | { strong: string })[] {
  if (due) {
    return [
      ...(due.late > 0 ? [{ strong: words.t('desk.meta.late', { n: due.late }) }] : []),
      words.t('desk.meta.own', { n: due.own }),
    ];
  }
  const waiting =
    (facts.scout?.waiting.length ?? 0) + (facts.host?.leads.length ?? 0) + (facts.supporter?.length ?? 0);
  const asked = facts.scout !== null || facts.host !== null || facts.supporter !== null;
  return asked ? [words.t('desk.meta.waiting', { n: waiting })] : [];
}

function acts({ scout, office }: DeskFacts, words: Words): ActInput[] {
  return [
    ...(office
      ? [
          { label: words.t('desk.act.intakeDesk'), href: '/intake' },
          { label: words.t('desk.act.plan'), href: '/rounds/new', tone: 'primary' as const },
        ]
      : []),
    ...(scout
      ? [
          {
            label: words.t('menu.newLead'),
            href: '/leads/new',
            tone: office ? ('' as const) : ('primary' as const),
          },
        ]
      : []),
  ];
}
