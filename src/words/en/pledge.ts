import type zh from '../zh-CN/pledge';

const words: Record<keyof typeof zh, string> = {
  'pledge.title': 'Pledge of confidentiality',
  'pledge.version': 'Version {n}, in force since {day}',
  'pledge.give': 'I promise, go on',
  'pledge.decline': 'I do not; sign me out',
  'pledge.note': 'Asked once for each version, and recorded in the ledger.',
  'pledge.signIn': 'By signing in you give the',
  'pledge.signIn.link': 'pledge of confidentiality',
  'pledge.pressing': 'By pressing you give the',
  'pledge.link': 'By pressing you promise: {text}',
  'pledge.setting.title': 'Pledge of confidentiality',
  'pledge.setting.intro':
    'Given by signing in and by opening a voting link. Another text is a new version, which everybody has to give again.',
  'pledge.setting.text': 'What is promised',
  'pledge.setting.hint': '{least} to {most} characters.',
  'pledge.error.text': 'The pledge has to have 20 to 600 characters.',
  'refusal.pledgeMissing': 'Please give the pledge of confidentiality first.',
  'ledger.kind.pledge.given': 'Pledge of confidentiality',
};

export default words;
