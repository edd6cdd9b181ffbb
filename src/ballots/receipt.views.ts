import type { PageModel } from '../http/views/frame';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { shownCode } from './receipt-code';
import type { Receipt } from './receipt';

/** The model of `ballots/receipt`. */
export interface ReceiptModel extends PageModel {
  readonly title: string;
  readonly notice: {
    readonly tone: string;
    readonly title: string;
    readonly text: string;
    readonly items: readonly [];
  };
  readonly facts: {
    readonly two: boolean;
    readonly items: readonly { label: string; value: string; sub: string }[];
  };
  readonly hashLabel: string;
  readonly hash: string;
}

/** That the version is in the ledger, unchanged, and whether it counts. */
export function receiptView(receipt: Receipt, words: Words): ReceiptModel {
  const { version, currentVersion, isCurrent, unchanged } = receipt;
  const title = words.t('ballots.receipt.title');
  const state = !unchanged ? 'changed' : isCurrent ? 'current' : 'replaced';
  const fact = (key: string, value: string) => ({ label: words.t(`ballots.receipt.${key}`), value, sub: '' });
  return {
    page: { title, dataPage: 'ballot-receipt', layout: 'plain' },
    title,
    notice: {
      tone: { changed: 'error', current: 'ok', replaced: 'info' }[state],
      title: words.t(`ballots.receipt.${state}.title`),
      text: words.t(`ballots.receipt.${state}.text`, { version: currentVersion }),
      items: [],
    },
    facts: {
      two: false,
      items: [
        fact('code', shownCode(receipt.code)),
        fact('round', receipt.roundNumber),
        fact('item', words.t('ballots.receipt.itemNo', { position: receipt.position })),
        fact('version', words.t('ballots.receipt.versionNo', { version })),
        fact('at', formatsFor(words).dateTimeFull(receipt.castAt)),
        fact('number', String(receipt.ledgerNumber)),
      ],
    },
    hashLabel: words.t('ballots.receipt.hash'),
    hash: receipt.ledgerHash,
  };
}
