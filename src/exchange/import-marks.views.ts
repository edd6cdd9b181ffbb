import type { ImportState } from '../domain/exchange/import-states';
import { tag, type Tag, type TagTone } from '../http/views/marks';
import type { Words } from '../words/words';

const tones: Readonly<Record<ImportState, TagTone>> = {
  receiving: 'blue',
  checking: 'blue',
  ready: 'amber',
  applying: 'blue',
  done: 'green',
  cancelled: 'line',
  broken: 'red',
};

export function importTag(state: ImportState, words: Words): Tag {
  return tag(words.t(`exchange.state.${state}`), tones[state], state);
}
