import { fileField, radiosField, type Field } from '../http/views/fields';
import type { Words } from '../words/words';
import { LEAD_FILE_KINDS } from './answer-words';

/** What the browser's script says while files go up: `#a` of `#n`, `#p` per cent. */
export interface UploadWords {
  readonly progress: string;
  readonly failed: string;
  readonly stop: string;
}

/** The kind and the files; the kind first, because the server reads the form as it comes. */
export function uploadFields(words: Words, stacked: boolean): Field[] {
  const options = LEAD_FILE_KINDS.map((value) => ({
    value,
    label: words.t(`leads.file.${value}`),
    selected: value === 'businessPlan',
  }));
  return [
    radiosField({ name: 'kind', label: words.t('leads.file.kind'), options, stacked }),
    fileField({
      name: 'file',
      label: words.t('leads.file.file'),
      hint: words.t('leads.file.hint'),
      accept: '.pdf,.docx,.xlsx,.pptx,.jpg,.jpeg,.png',
      multiple: true,
      stacked,
    }),
  ];
}

export function uploadWords(words: Words): UploadWords {
  return {
    progress: words.t('papers.upload.progress', { at: '#a', n: '#n', percent: '#p' }),
    failed: words.t('papers.upload.failed'),
    stop: words.t('papers.upload.stop'),
  };
}
