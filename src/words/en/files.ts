import type zh from '../zh-CN/files';

const words: Record<keyof typeof zh, string> = {
  'refusal.fileTooLarge': 'Not taken: the file is larger than {mb} MB. Make it smaller and try again.',
  'refusal.fileEmpty': 'Not taken: the file is empty. Check it and try again.',
  'refusal.fileName': 'Not taken: the name hides another extension. Rename the file and try again.',
  'refusal.fileKind': 'Only PDF, Word (docx), Excel (xlsx), PowerPoint (pptx), JPG and PNG files are taken.',
  'refusal.fileContent': 'Not taken: the content is not {kind}. Save it in that format and try again.',
  'refusal.fileMacro': 'Not taken: the file has macros. Save it without them and try again.',
  'refusal.fileUnsafe':
    'Not taken: the file is damaged, or far too large when opened. Save it anew and try again.',
  'refusal.filesTooLarge': 'Not taken: the attachments together exceed {mb} MB. Remove some first.',
  'refusal.filesTooMany': 'There are {most} attachments already. Remove some first.',
  'refusal.fileAltered':
    'This attachment was changed or lost on the server; the download was stopped and noted. Ask the administrator.',
};
export default words;
