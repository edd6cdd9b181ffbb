import { maySeeContact, maySeeInvestor } from '../domain/access/lead-access';
import type { Viewer } from '../domain/access/viewer';
import { controlPath } from '../domain/lead/field';
import { fieldOf } from '../domain/lead/fields';
import { veiled, veilOver } from '../domain/lead/veil';
import { pageHead } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { factSections, type FactSection } from './lead-facts.views';
import type { RevisionPageData } from './lead-page-data';
import { namesOf, watermarkOf } from './lead-restricted.views';
import { leafText } from './lead-values.views';
import { fullLabelOf } from './lead-words';

/** The model of `leads/revision`: what it changed, and below it all that it says. */
export interface LeadRevisionModel extends PageModel {
  readonly note: string;
  readonly diff: {
    readonly caption: string;
    readonly rows: readonly { label: string; before: string; after: string }[];
  } | null;
  readonly sections: readonly FactSection[];
  readonly digest: string;
}

const NAMING = new Set(['investorName', 'uscc', 'groupParent', 'foreignRegNo']);

export function leadRevisionView(viewer: Viewer, data: RevisionPageData, words: Words): LeadRevisionModel {
  const { seen, revision, content, changes } = data;
  const { lead, facts } = seen;
  const open = { contact: maySeeContact(viewer, facts), investor: maySeeInvestor(viewer, facts) };
  const names = new Map(data.hosts.map(({ code, name }) => [code, name]));
  const title = words.t('leads.revision.title', { n: revision.number });
  const shown = changes.filter(({ field }) => {
    const code = controlPath(field)[0] ?? '';
    return (open.contact || !fieldOf(code).personal) && (open.investor || !NAMING.has(code));
  });
  const rows = shown.map(({ field, before, after }) => ({
    label: fullLabelOf(field, words),
    before: leafText(field, before, names, words).value,
    after: leafText(field, after, names, words).value,
  }));
  const note =
    revision.number === 1 ? 'leads.revision.first' : rows.length === 0 ? 'leads.revision.same' : '';
  const model: LeadRevisionModel = {
    page: {
      title,
      dataPage: 'lead-revision',
      ...watermarkOf(viewer, seen, data.now, words),
      crumbs: [
        { label: words.t('menu.desk'), href: '/' },
        { label: lead.number ?? lead.title, href: `/leads/${lead.id}` },
        { label: title },
      ],
      head: pageHead({
        title,
        meta: [
          { strong: lead.number ?? '' },
          lead.title,
          words.t('leads.revision.at', { at: formatsFor(words).dateTimeFull(revision.submittedAt) }),
        ],
      }),
    },
    note: note === '' ? '' : words.t(note),
    diff:
      rows.length === 0
        ? null
        : {
            caption:
              data.against === revision.number - 1
                ? words.t('leads.revision.caption', { n: revision.number })
                : words.t('leads.revision.against', { n: revision.number, before: data.against ?? 0 }),
            rows,
          },
    sections: factSections(content, open, names, words).filter(({ facts: { items } }) => items.length > 0),
    digest: words.t('leads.revision.digest', { digest: revision.digest.slice(0, 16) }),
  };
  if (open.investor) return model;
  return veiled(model, veilOver(namesOf(lead, content), words.t('leads.restricted.name')));
}
