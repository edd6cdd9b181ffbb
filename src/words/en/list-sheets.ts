import type zh from '../zh-CN/list-sheets';

const words: Record<keyof typeof zh, string> = {
  'sheets.standing': 'State',
  'sheets.year': 'Year',
  'sheets.gaps': 'Gaps',
  'sheets.use': 'Used for',
  'sheets.set': 'Set',
  'sheets.lifted': 'Lifted',
  'sheets.list': 'List',
  'sheets.title': 'What',
  'sheets.about': 'Notes',
  'sheets.due': 'Due',
  'sheets.at': 'Time',
  'sheets.subject': 'Subject',
};
export default words;
