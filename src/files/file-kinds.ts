/** What may be attached. The content decides together with the extension; what a browser claims counts for nothing. */
export type FileKind = 'pdf' | 'docx' | 'xlsx' | 'pptx' | 'jpg' | 'png';

const office = 'application/vnd.openxmlformats-officedocument';

export const mediaTypes: Readonly<Record<FileKind, string>> = {
  pdf: 'application/pdf',
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
  pptx: `${office}.presentationml.presentation`,
  jpg: 'image/jpeg',
  png: 'image/png',
};

const byExtension: Readonly<Record<string, FileKind>> = {
  pdf: 'pdf',
  docx: 'docx',
  xlsx: 'xlsx',
  pptx: 'pptx',
  jpg: 'jpg',
  jpeg: 'jpg',
  png: 'png',
};

/** The kind that a name's last extension promises, or null. */
export function kindOfName(name: string): FileKind | null {
  const extension = /\.([A-Za-z]+)$/.exec(name)?.[1] ?? '';
  return byExtension[extension.toLowerCase()] ?? null;
}

/** The part that every office document of a kind has. */
export const officeParts: Readonly<Record<'docx' | 'xlsx' | 'pptx', string>> = {
  docx: 'word/document.xml',
  xlsx: 'xl/workbook.xml',
  pptx: 'ppt/presentation.xml',
};
