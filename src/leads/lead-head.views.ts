import { mayEditLead, maySeeContactViews, mayUnmaskContact } from '../domain/access/lead-access';
import { allows } from '../domain/access/policies';
import { holds, type Viewer } from '../domain/access/viewer';
import { pageHead, type ActInput } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import { stateMark } from '../http/views/lead-mark';
import type { Words } from '../words/words';
import type { LeadPageData } from './lead-page-data';
import { watermarkOf } from './lead-restricted.views';

/** Title, crumbs and what can be done with the lead as a whole. */
export function leadHead(viewer: Viewer, data: LeadPageData, words: Words): PageModel['page'] {
  const { lead } = data.seen;
  const track = lead.track === null ? [] : [words.t(`lead.option.track.${lead.track}`)];
  const scout = words.t('leads.scoutOf', { unit: data.scout.unitName, name: data.scout.name });
  const list = holds(viewer, 'scout', 'secretariat', 'inspector', 'leadingGroup');
  const own = holds(viewer, 'scout') && !holds(viewer, 'secretariat', 'inspector', 'leadingGroup');
  return {
    title: lead.title,
    dataPage: 'lead-show',
    ...watermarkOf(viewer, data.seen, data.now, words),
    crumbs: [
      { label: words.t('menu.desk'), href: '/' },
      ...(list ? [{ label: words.t(own ? 'leads.list.own' : 'leads.list.title'), href: '/leads' }] : []),
      { label: lead.number ?? words.t('leads.noNumber') },
    ],
    head: pageHead({
      title: lead.title,
      meta: [{ strong: lead.number ?? words.t('lead.state.draft') }, ...track, scout],
      acts: headActs(viewer, data, words),
    }),
  };
}

function headActs(viewer: Viewer, data: LeadPageData, words: Words): ActInput[] {
  const { lead, facts } = data.seen;
  const path = `/leads/${lead.id}`;
  const edit =
    mayEditLead(viewer, facts) === null ? [{ label: words.t('leads.act.fill'), href: `${path}/edit` }] : [];
  // Whatever a panel has said of a lead was said by letter.
  const isJudged = lead.acceptedAt !== null && stateMark(lead, words).seal !== null;
  const clone =
    lead.scoutId === viewer.personId
      ? [
          {
            label: words.t('leads.clone.clone'),
            href: `${path}/clone`,
            method: 'post' as const,
            fields: [{ name: 'creationKey', value: data.now }],
          },
        ]
      : [];
  const letter = isJudged && allows('letter.show', viewer, null, 'production');
  const contact = mayUnmaskContact(viewer, facts) === null || maySeeContactViews(viewer, facts);
  const own = lead.scoutId === viewer.personId;
  const contactAct = {
    label: words.t(own ? 'contacts.act.views' : 'contacts.act.show'),
    href: `${path}/contact-views`,
  };
  const reached = contact && lead.state !== 'draft' ? [contactAct] : [];
  return [
    ...edit,
    ...clone,
    ...reached,
    ...(letter ? [{ label: words.t('leads.act.letter'), href: `${path}/letter` }] : []),
  ];
}
