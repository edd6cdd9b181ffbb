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
  'refusal.fileInfected':
    'Not taken: the virus scanner found {found}. Clean it on your own machine, save it anew and try again.',
  'refusal.fileTwofold':
    'Not taken: the file holds something of another format as well. Save it anew and try again.',
  'refusal.fileWaiting':
    'This attachment waits for the virus check and cannot be downloaded yet. It is let through by itself once the scanner is back.',
  'refusal.fileWithheld': 'A virus was found in this attachment; it is not given out. Ask the secretariat.',
  'refusal.quotaFiles':
    'Not taken: your leads have {most} attachments, the most that one person may have. Remove some from your drafts or ask the secretariat.',
  'refusal.quotaBytes':
    'Not taken: the attachments of your leads would exceed {mb} MB, the most that one person may have. Remove some from your drafts or ask the secretariat.',
};
export default words;
