import type zh from '../zh-CN/hosts';

const words: Record<keyof typeof zh, string> = {
  'host.kind.park': 'Park',
  'host.kind.county': 'County',
  'host.kind.town': 'Town',
  'refusal.hostCodeTaken': 'Another host already has the code “{code}”. Please choose another one.',
};
export default words;
