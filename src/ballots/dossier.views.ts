import { grouped } from '../domain/lead/decimals';
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
    readonly text: string;
    readonly at: Instant | null;
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
  readonly unanswered: readonly string[];
  readonly files: readonly {
    readonly id: string;
    readonly name: string;
    readonly size: number;
    readonly addedAt: Instant;
    readonly keptBack: 'waiting' | 'infected' | null;
  }[];
}

export interface DossierModel {
  readonly statements: readonly {
    readonly tag: Tag;
    readonly text: string;
    readonly cite: string;
  }[];
  readonly answers: readonly {
    readonly element: string;
    readonly text: string;
    readonly when: string;
    readonly tag: Tag;
  }[];
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
  return {
    statements: dossier.statements.map(({ hostName, verdict: said, text, at }) => ({
      tag:
        said === null ? tag(words.t('ballots.statement.none'), 'line', 'none') : verdict('statement', said),
      text,
      cite: at === null ? hostName : words.t('ballots.cite', { by: hostName, at: fmt.dayShort(at) }),
    })),
    answers: [
      ...dossier.answers.map((answer) => ({
        element: elementWord(answer.element, words),
        text: answerText(answer, words),
        when: words.t('ballots.cite', { by: answer.byLabel, at: fmt.dayShort(answer.at) }),
        tag: verdict('answer', answer.verdict),
      })),
      ...dossier.unanswered.map((element) => ({
        element: elementWord(element, words),
        text: '',
        when: '',
        tag: tag(words.t('ballots.answer.none'), 'line', 'none'),
      })),
    ],
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

function answerText({ quantity, unit, availableOn, text }: Answer, words: Words): string {
  const unitKey = `lead.unit.${unit ?? ''}`;
  const named = words.has(unitKey) ? words.t(unitKey) : (unit ?? '');
  const amount =
    quantity === null ? null : words.t('ballots.quantity', { n: shownQuantity(quantity), unit: named });
  const day =
    availableOn === null ? null : words.t('ballots.availableOn', { day: formatsFor(words).day(availableOn) });
  const said = [amount, day, text === '' ? null : text].filter((part) => part !== null);
  return said.join(words.t('ballots.comma'));
}

const shownQuantity = (quantity: string): string =>
  /^\d+(\.\d+)?$/.test(quantity) ? grouped(quantity) : quantity;
