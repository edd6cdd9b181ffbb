import { isLedgerUnit, LEDGER_ELEMENTS } from '../domain/elements/element-units';
import { grouped } from '../domain/lead/decimals';
import type { ElementDemand } from '../domain/lead/element-demands';
import type { Instant } from '../domain/shared/instant';
import { tag, type Tag, type TagTone } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';

/** What hosts and departments have said of a lead, and its papers, as a panelist may see them. */
export interface BallotDossier {
  readonly statements: readonly {
    readonly hostName: string;
    /** Null while the host has said nothing. */
    readonly verdict: 'accept' | 'conditional' | 'decline' | null;
    readonly reasonCode: string | null;
    readonly text: string;
    readonly at: Instant | null;
    /** Conditions with their days; after a decline what would have to change. */
    readonly terms: readonly { readonly text: string; readonly dueOn: string | null }[];
    /** The scout had not named this host; what stays with who reported first. */
    readonly offer: { readonly originShare: number; readonly shareYears: number } | null;
    /** It was asked and the term is over. */
    readonly isLate: boolean;
  }[];
  readonly answers: readonly {
    readonly element: string;
    readonly verdict: 'yes' | 'conditional' | 'no';
    readonly quantity: string | null;
    readonly unit: string | null;
    readonly availableOn: string | null;
    readonly text: string;
    readonly byLabel: string;
    readonly at: Instant;
  }[];
  /** Elements the lead needs and nobody has answered. */
  readonly unanswered: readonly ElementDemand[];
  /** The term for answers on elements is over. */
  readonly isLate: boolean;
  readonly files: readonly {
    readonly id: string;
    readonly name: string;
    readonly size: number;
    readonly addedAt: Instant;
    readonly keptBack: 'waiting' | 'infected' | null;
  }[];
}

export interface DossierModel {
  /** What is missing, refused or conditional, never folded away; null where nothing is. */
  readonly open: Said | null;
  /** Plain consents, behind the sentence `settledTitle`; null where there are none. */
  readonly settled: Said | null;
  readonly settledTitle: string;
  /** Said where neither a host nor an element was asked; else ''. */
  readonly none: string;
  readonly moreTitle: string;
  readonly files: {
    readonly items: readonly {
      readonly type: string;
      readonly name: string;
      readonly meta: string;
      readonly href: string;
      readonly remove: string;
    }[];
  };
}

interface Said {
  readonly statements: readonly {
    readonly tag: Tag;
    readonly text: string;
    readonly terms: readonly string[];
    readonly cite: string;
  }[];
  readonly answers: readonly {
    readonly element: string;
    readonly text: string;
    readonly when: string;
    readonly tag: Tag;
  }[];
}

const tones: Readonly<Record<string, TagTone>> = {
  accept: 'green',
  yes: 'green',
  conditional: 'amber',
  decline: 'red',
  no: 'red',
};

/** `itemPath` is the address of the item's page; its papers lie below it. */
export function dossierView(dossier: BallotDossier, itemPath: string, words: Words): DossierModel {
  const fmt = formatsFor(words);
  const verdict = (group: string, code: string): Tag =>
    tag(words.t(`ballots.${group}.${code}`), tones[code] ?? '', code);
  const said: Said = {
    statements: dossier.statements.map(
      ({ hostName, verdict: said, reasonCode, text, at, terms, offer, isLate }) => ({
        tag: said === null ? silent('ballots.statement.none', isLate, words) : verdict('statement', said),
        text: [reasonCode === null ? '' : words.t(`leads.reason.${reasonCode}`), text]
          .filter((part) => part !== '')
          .join(words.t('leads.colon')),
        terms: [...statedTerms(said, terms, words), ...shareLine(offer, words)],
        cite: at === null ? hostName : words.t('ballots.cite', { by: hostName, at: fmt.dayShort(at) }),
      }),
    ),
    answers: [
      ...dossier.answers.map((answer) => ({
        element: elementWord(answer.element, words),
        text: answerText(answer, words),
        when: words.t('ballots.cite', { by: answer.byLabel, at: fmt.dayShort(answer.at) }),
        tag: verdict('answer', answer.verdict),
      })),
      ...dossier.unanswered.map(({ element, quantity, unit }) => ({
        element: elementWord(element, words),
        text:
          quantity === null ? '' : words.t('leads.answer.asks', { needs: amountOf(quantity, unit, words) }),
        when: '',
        tag: silent('ballots.answer.none', dossier.isLate, words),
      })),
    ],
  };
  const [settled, open] = [true, false].map((plain): Said | null => {
    const statements = said.statements.filter(({ tag: { state } }) => (state === 'accept') === plain);
    const answers = said.answers.filter(({ tag: { state } }) => (state === 'yes') === plain);
    return statements.length + answers.length === 0 ? null : { statements, answers };
  });
  return {
    open: open ?? null,
    settled: settled ?? null,
    settledTitle: [
      ...(settled?.statements.length
        ? [words.t('ballots.settled.hosts', { n: settled.statements.length })]
        : []),
      ...(settled?.answers.length
        ? [
            words.t('ballots.settled.elements', {
              list: fmt.list(settled.answers.map(({ element }) => element)),
            }),
          ]
        : []),
    ].join(words.t('ballots.comma')),
    none: open || settled ? '' : words.t('ballots.said.none'),
    moreTitle: words.t('ballots.more', { files: dossier.files.length }),
    files: {
      items: dossier.files.map(({ id, name, size, addedAt, keptBack }) => ({
        type: (/\.([a-z]{1,5})$/i.exec(name)?.[1] ?? '').toUpperCase(),
        name,
        meta: [
          fmt.bytes(size),
          fmt.dayShort(addedAt),
          ...(keptBack === null ? [] : [words.t(`papers.keptBack.${keptBack}`)]),
        ].join(' · '),
        href: keptBack === null ? `${itemPath}/files/${id}` : '',
        remove: '',
      })),
    },
  };
}

/** Nothing has been said: yet, or although the term is over. */
function silent(key: string, isLate: boolean, words: Words): Tag {
  return isLate ? tag(words.t('answers.late'), 'red', 'late') : tag(words.t(key), 'line', 'none');
}

function statedTerms(
  verdict: BallotDossier['statements'][number]['verdict'],
  terms: BallotDossier['statements'][number]['terms'],
  words: Words,
): string[] {
  return terms.map(({ text, dueOn }, at) => {
    if (verdict === 'decline') return words.t('answers.remedy', { text });
    const day = dueOn === null ? '' : formatsFor(words).official(dueOn);
    return words.t(day === '' ? 'answers.condition' : 'answers.conditionDue', { n: at + 1, text, day });
  });
}

/** Every share is on the record before the vote (lead-form rule 3.6.5). */
function shareLine(offer: BallotDossier['statements'][number]['offer'], words: Words): string[] {
  if (offer === null) return [];
  return [words.t('answers.moved', { share: offer.originShare, years: offer.shareYears })];
}

function amountOf(quantity: string, unit: string | null, words: Words): string {
  return words.t('ballots.quantity', {
    n: shownQuantity(quantity),
    unit: unit === null ? '' : words.t(`lead.unit.${unit}`),
  });
}

/** `用地：可保障`, for the criterion that asks about elements. */
export function answerLines(dossier: BallotDossier, words: Words): string[] {
  return dossier.answers.map(({ element, verdict }) =>
    words.t('ballots.answerLine', {
      element: elementWord(element, words),
      verdict: words.t(`ballots.answer.${verdict}`),
    }),
  );
}

function elementWord(element: string, words: Words): string {
  const key = `ballots.element.${element}`;
  return words.has(key) ? words.t(key) : element;
}

type Answer = BallotDossier['answers'][number];

/** The unit of an answer in the reader's language where it is a known one; else as the department wrote it. */
function unitOf({ element, unit }: Answer, words: Words): string {
  if (unit === null) return '';
  const counted = LEDGER_ELEMENTS.find((one) => one === element);
  if (counted !== undefined && isLedgerUnit(counted, unit)) return words.t(`elements.unit.${counted}`);
  return words.has(`lead.unit.${unit}`) ? words.t(`lead.unit.${unit}`) : unit;
}

function answerText(answer: Answer, words: Words): string {
  const { quantity, availableOn, text } = answer;
  const named = unitOf(answer, words);
  const amount =
    quantity === null ? null : words.t('ballots.quantity', { n: shownQuantity(quantity), unit: named });
  const day =
    availableOn === null ? null : words.t('ballots.availableOn', { day: formatsFor(words).day(availableOn) });
  const said = [amount, day, text === '' ? null : text].filter((part) => part !== null);
  return said.join(words.t('ballots.comma'));
}

const shownQuantity = (quantity: string): string =>
  /^\d+(\.\d+)?$/.test(quantity) ? grouped(quantity) : quantity;
