import { holds, type Viewer } from '../domain/access/viewer';
import type { Stance } from '../domain/followup/consultation';
import { tag, type TagTone } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import {
  afterPage,
  afterSection,
  fact,
  type AfterPage,
  type AfterSection,
  type SentBack,
} from './after-page.views';
import { conclusionForm, meetingForm, opinionForm } from './consultation-forms.views';
import { conditionLine } from './conditions.views';
import type { ConsultationPage } from './consultations.queries';
import { todoLine } from './todo-line.views';

const tones: Readonly<Record<Stance, TagTone>> = {
  agree: 'green',
  disagree: 'red',
  amend: 'amber',
  defer: 'line',
};

/** A consultation: why, when, who said what, and what came of it. */
export function consultationView(
  data: ConsultationPage,
  viewer: Viewer,
  sent: SentBack | null,
  words: Words,
): AfterPage {
  const { consultation, leadNumber, leadTitle, roundNumber } = data;
  const office = holds(viewer, 'secretariat', 'leadingGroup', 'inspector');
  const isOpen = consultation.state === 'open' && data.leadState === 'consulting';
  const speaks = data.participants.some(({ personId }) => personId === viewer.personId);
  return afterPage(
    {
      dataPage: 'consultation',
      title: words.t('after.consultation.title', { lead: leadNumber }),
      meta: [{ strong: leadNumber }, leadTitle, roundNumber],
      crumbs: [
        ...(office ? [{ label: words.t('after.list.title'), href: '/follow-ups' }] : []),
        { label: leadNumber, href: `/leads/${consultation.leadId}` },
      ],
      sections: [standing(data, words), opinions(data, words), ...conditions(data, viewer, words)],
      forms: isOpen
        ? [
            ...(holds(viewer, 'secretariat') ? [meetingForm(data, sent, words)] : []),
            ...(data.participants.length > 0 && (speaks || holds(viewer, 'secretariat'))
              ? [opinionForm(data, viewer, sent, words)]
              : []),
            ...(holds(viewer, 'leadingGroup') ? [conclusionForm(data, sent, words)] : []),
          ]
        : [],
      sent,
    },
    words,
  );
}

function standing({ consultation }: ConsultationPage, words: Words): AfterSection {
  const format = formatsFor(words);
  const { state, reason, dueAt, meetsAt, place, topic, result, conclusion, endedAt, endedByLabel } =
    consultation;
  return afterSection({
    id: 'standing',
    title: words.t('after.consultation.standing'),
    note: words.t(`after.consultation.state.${state}`),
    facts: {
      two: true,
      items: [
        fact(words.t('after.consultation.why'), reason),
        fact(words.t('after.consultation.due'), format.dateTimeFull(dueAt)),
        fact(
          words.t('after.meeting.at'),
          meetsAt === null ? words.t('after.meeting.none') : format.dateTimeFull(meetsAt),
          place ?? '',
        ),
        ...(topic === null ? [] : [fact(words.t('after.meeting.topic'), topic)]),
        ...(result === null || endedAt === null
          ? []
          : [
              fact(
                words.t('after.consultation.result'),
                words.t(`results.outcome.${result}`),
                words.t('after.by', { by: endedByLabel ?? '', at: format.dateTime(endedAt) }),
              ),
              fact(words.t('results.ruling.reason'), conclusion ?? ''),
            ]),
      ],
    },
  });
}

function opinions({ participants, facts }: ConsultationPage, words: Words): AfterSection {
  const format = formatsFor(words);
  const silent = participants.filter((participant) => participant.opinions.length === 0);
  return afterSection({
    id: 'opinions',
    title: words.t('after.opinions'),
    note: words.t('after.opinions.heard', { heard: facts.heard, participants: facts.participants }),
    says: participants.flatMap(({ name, unitName, personId, opinions: said }) => {
      const [last] = said;
      if (last === undefined) return [];
      const by = words.t('after.opinion.by', { unit: unitName, name });
      const entered = last.byId === personId ? '' : words.t('after.opinion.entered', { by: last.byLabel });
      const changed = said.length > 1 ? words.t('after.opinion.version', { n: said.length }) : '';
      return [
        {
          tag: tag(words.t(`after.stance.${last.stance}`), tones[last.stance], last.stance),
          text: last.opinion,
          cite: [by, format.dateTime(last.at), entered, changed].filter((part) => part !== '').join(' · '),
        },
      ];
    }),
    list:
      silent.length === 0
        ? null
        : {
            items: silent.map(({ name, unitName }) =>
              todoLine({
                title: words.t('after.opinion.by', { unit: unitName, name }),
                due: words.t('after.opinion.awaited'),
              }),
            ),
          },
    empty: participants.length === 0 ? words.t('after.opinions.none') : '',
  });
}

function conditions(data: ConsultationPage, viewer: Viewer, words: Words): AfterSection[] {
  const { consultation, itemId, now } = data;
  const shown = data.conditions.filter(({ state }) => state !== 'dropped');
  const sets =
    viewer.personId === data.presidingId && consultation.state === 'open' && data.conditionsAllowed;
  if (shown.length === 0 && !sets) return [];
  const act = todoLine({
    title: words.t('after.conditions.set'),
    href: `/rounds/${consultation.roundId}/items/${itemId}/conditions`,
  });
  return [
    afterSection({
      id: 'conditions',
      title: words.t('after.conditions'),
      note: words.t('after.conditions.ifAdmitted'),
      list: {
        items: [...shown.map((condition) => conditionLine(condition, now, words)), ...(sets ? [act] : [])],
      },
    }),
  ];
}
