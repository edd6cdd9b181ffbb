import { mayEditLead, maySeeContact, maySeeInvestor } from '../domain/access/lead-access';
import { holds, type Viewer } from '../domain/access/viewer';
import { veiled, veilOver } from '../domain/lead/veil';
import { act, type Act } from '../http/views/acts';
import type { Field } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { sectionsInOrder, type Section } from '../http/views/section';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { refusalText, type ActForm, type SentForm } from './lead-act-forms.views';
import { actorOf } from '../ledger/actor';
import { answerForm, declinedWordForm, offerForm, statementForm } from './lead-answer-forms.views';
import { elementLines, statementLines, type AnswerLine } from './lead-answers.views';
import { alikeLines, fileItems, type AlikeLine, type FileItem } from './lead-dossier.views';
import { fitOnPage, type FitPanel } from './lead-fit.views';
import { factSections, type FactSection } from './lead-facts.views';
import { computedFacts, flagsOf, leadFigures, type Figure } from './lead-figures.views';
import { tierFacts } from './lead-tier.views';
import { followingModel, judgedLines, type FollowingModel, type JudgedLine } from './lead-judged.views';
import { requestModel, type RequestModel } from './resubmission.views';
import { chainNames } from './lead-chains.views';
import { leadHistory, type HistoryItem } from './lead-history.views';
import { intakeForm, withdrawalForm } from './lead-intake-forms.views';
import type { LeadPageData } from './lead-page-data';
import { namesOf } from './lead-restricted.views';
import { secondsOf } from './lead-received.mail';
import { attachRefusal, moveRefusal, removeRefusal } from './lead-refusals';
import { stateMark, type StateMark } from '../http/views/lead-mark';
import { nextStep, type NextStep } from './lead-state.views';
import { uploadFields, uploadWords, type UploadWords } from './lead-upload.views';
import { leadHead } from './lead-head.views';
import { fullLabelOf, problemText } from './lead-words';

/** The model of `leads/show`. */
export interface LeadPageModel extends PageModel {
  readonly mark: StateMark;
  readonly next: NextStep;
  /** On a phone the lead stands before what is to do, for whoever has to read it first; '' for its scout. */
  readonly jump: string;
  readonly firstReport: string;
  readonly returned: { readonly title: string; readonly text: string } | null;
  readonly figures: { readonly items: readonly Figure[] };
  readonly sections: readonly FactSection[];
  readonly flags: readonly string[];
  readonly warnings: readonly string[];
  /** Every host has declined: for those who have to do something about it. */
  readonly declined: string;
  readonly alike: readonly AlikeLine[];
  readonly statements: readonly AnswerLine[];
  readonly elements: readonly AnswerLine[];
  /** Null for those who do not look for a place. */
  readonly fit: FitPanel | null;
  /** The way into the form, first while something is missing; null for whoever may not fill it in. */
  readonly fill: Act | null;
  readonly submission: Act | null;
  readonly forms: readonly ActForm[];
  /** `zip`: the address of all of them together. */
  readonly files: { readonly items: readonly FileItem[]; readonly zip: string };
  readonly upload: {
    readonly action: string;
    readonly fields: readonly Field[];
    readonly words: UploadWords;
    readonly disabled: boolean;
    readonly why: string;
  } | null;
  readonly revisions: readonly { readonly label: string; readonly href: string }[];
  readonly requests: readonly RequestModel[];
  readonly judged: { readonly items: readonly JudgedLine[] } | null;
  readonly following: FollowingModel | null;
  /** What other features ask of this person, and what they tell. */
  readonly asking: readonly Section[];
  readonly telling: readonly Section[];
  readonly history: { readonly items: readonly HistoryItem[] };
  readonly withdrawal: ActForm | null;
}

/** One lead for one person; `sent` is a form of the page that came back with errors. */
export function leadPageView(
  viewer: Viewer,
  data: LeadPageData,
  words: Words,
  sent: SentForm | null = null,
): LeadPageModel {
  const { seen, dossier, computed, now, calendar } = data;
  const { lead, content, hosts, facts } = seen;
  const open = { contact: maySeeContact(viewer, facts), investor: maySeeInvestor(viewer, facts) };
  const names = new Map([
    ...hosts.map(({ code, name }) => [code, name] as const),
    ...chainNames(data.chains, words),
  ]);
  const own = lead.scoutId === viewer.personId;
  const works = own || holds(viewer, 'secretariat');
  const answered = {
    ...lead,
    hosts: hosts.length,
    statements: dossier.statements.filter(({ statedAt }) => statedAt).length,
  };
  const sections = factSections(content, open, names, words);
  const reckoned = {
    title: words.t('leads.computed.title'),
    facts: {
      two: true,
      items: [...tierFacts(lead.tier, computed.scope, words), ...computedFacts(content, computed, words)],
    },
  };
  const veil = open.investor
    ? (text: string): string => text
    : veilOver(namesOf(lead, content), words.t('leads.restricted.name'));
  const model: LeadPageModel = {
    page: leadHead(viewer, data, words),
    mark: stateMark(lead, words),
    next: nextStep(answered, own, { now, calendar, limits: data.limits }, words, data.intakeEnd),
    jump: own ? '' : words.t('leads.show.jump'),
    firstReport:
      lead.submittedAt === null
        ? ''
        : words.t('leads.firstReport', { at: secondsOf(lead.submittedAt, words) }),
    returned: own ? returnedOf(data, words) : null,
    figures: { items: leadFigures(content, computed, words) },
    sections: [...sections.slice(0, 4), reckoned, ...sections.slice(4)].filter(
      ({ facts: { items } }) => items.length > 0,
    ),
    flags: works ? flagsOf(computed, words) : [],
    warnings: works
      ? data.warnings.map((found) =>
          words.t('leads.of', { whole: fullLabelOf(found.field, words), part: problemText(found, words) }),
        )
      : [],
    declined: works && data.standing?.isDeclinedByAll ? words.t('answers.declinedByAll') : '',
    alike: holds(viewer, 'secretariat') ? alikeLines(data.alike, words) : [],
    statements: statementLines(dossier, words),
    elements: elementLines(content, dossier, words),
    fit: data.fit.length === 0 ? null : fitOnPage(data.fit, content, words),
    fill: fillOf(viewer, data, words),
    submission: submissionOf(viewer, data, words),
    forms: [intakeForm, declinedWordForm, statementForm, answerForm, offerForm].flatMap(
      (make) => make(viewer, data, sent, words) ?? [],
    ),
    files: {
      items: fileItems(
        dossier.files,
        words,
        own && removeRefusal(lead) === null ? `/leads/${lead.id}/files` : '',
      ),
      zip: dossier.files.length > 1 ? `/leads/${lead.id}/files.zip` : '',
    },
    upload: own ? uploadOf(data, words) : null,
    revisions: data.revisions.map(({ number, submittedAt }) => ({
      label: words.t('leads.revision.line', { n: number, at: formatsFor(words).dateTime(submittedAt) }),
      href: `/leads/${lead.id}/revisions/${number}`,
    })),
    requests: data.requests.map((request) => requestModel(request, data, own, words)),
    judged: judgedLines(data.judged, words),
    following: followingModel(data.judged, data.now, words),
    ...sectionsInOrder(data.beside, words),
    history: leadHistory(data, words),
    withdrawal: withdrawalForm(viewer, data, sent, words),
  };
  if (open.investor) return model;
  // What a viewer may type stands as typed: a veil over it would tell whether a name was guessed.
  const { forms, elements } = model;
  return { ...veiled(model, veil), forms, elements, files: { items: [], zip: '' } };
}

/** Beside handing in, where something is still missing: a draft from a phone has little more than a name. */
function fillOf(viewer: Viewer, { seen: { lead, facts }, missing }: LeadPageData, words: Words): Act | null {
  if (missing === 0 || mayEditLead(viewer, facts) !== null) return null;
  return act({ label: words.t('leads.act.fill'), href: `/leads/${lead.id}/edit`, tone: 'primary' });
}

/** Handing in what is stored; nothing where it has been handed in. The key is the revision to be, so that a second press makes no second one. */
function submissionOf(viewer: Viewer, { seen: { lead }, missing }: LeadPageData, words: Words): Act | null {
  if (lead.scoutId !== viewer.personId) return null;
  const refusal = moveRefusal('submit', lead, { by: viewer.roles, actor: actorOf(viewer) });
  if (refusal?.because === 'leadNotNow') return null;
  return act({
    label: words.t('lead.move.submit'),
    href: `/leads/${lead.id}/submission`,
    method: 'post',
    // What still lacks something is filled in first: the one red button of the page is then that of the form.
    tone: missing > 0 ? '' : 'primary',
    fields: [{ name: 'idempotencyKey', value: String(lead.revision + 1) }],
    why: missing > 0 ? words.t('leads.submission.missing', { n: missing }) : words.t('leads.submission.why'),
    disabledBecause: refusal === null ? null : refusalText(refusal, words),
  });
}

function returnedOf({ acts, seen: { lead } }: LeadPageData, words: Words): LeadPageModel['returned'] {
  const [last] = acts;
  if (!last || (lead.state !== 'returned' && lead.state !== 'resubmit')) return null;
  return { title: words.t(`leads.came.${lead.state}`), text: last.reason ?? '' };
}

function uploadOf({ seen: { lead } }: LeadPageData, words: Words): LeadPageModel['upload'] {
  const refusal = attachRefusal(lead);
  return {
    action: `/leads/${lead.id}/files`,
    fields: uploadFields(words, true),
    words: uploadWords(words),
    disabled: refusal !== null,
    why: refusal === null ? '' : refusalText(refusal, words),
  };
}
