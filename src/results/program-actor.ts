import type { LedgerActor } from '../ledger/ledger';
import { wordsFor } from '../words/words';

/** What happens by rule and by the calendar was done by nobody: records call it the system. */
export function programActor(): LedgerActor {
  return { personId: null, label: wordsFor('zh-CN').t('after.system') };
}
