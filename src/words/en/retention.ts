import type zh from '../zh-CN/retention';

const words: Record<keyof typeof zh, string> = {
  'retention.title': 'Retention',
  'retention.intro':
    'What is due is erased by itself; checked once a day. A change holds from the next check on.',
  'retention.accessLogMonths': 'Access log',
  'retention.accessLogMonths.hint':
    '{least} to {most} months. The law asks for six months of network logs at least.',
  'retention.contactMonths': 'Contacts of leads that came to nothing',
  'retention.contactMonths.hint':
    '{least} to {most} months, counted from the day the lead was turned away, rejected or withdrawn.',
  'retention.months': 'months',
};

export default words;
