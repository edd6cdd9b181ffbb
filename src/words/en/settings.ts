import type zh from '../zh-CN/settings';

const words: Record<keyof typeof zh, string> = {
  'citySetting.version': '{n, plural, =0 {The preset holds} other {Version # holds}}',
  'citySetting.reason': 'Reason for the change',
  'citySetting.reason.hint': 'A document, its number or a meeting; kept on record with the new version.',
  'citySetting.saved': 'Saved as version {n}, in force from now on; earlier decisions stay as they are.',
  'citySetting.same': 'Nothing was changed, so no new version was made.',
  'citySetting.history': 'Earlier changes',
  'citySetting.history.none': 'Never changed.',
  'citySetting.line': 'Version {n}, {by}: {reason}',
  'citySetting.change': '{label}: {value}',
  'citySetting.under': '{head} – {label}',
  'citySetting.none': 'none',
  'citySetting.bounds': 'A whole number from {least} to {most}.',
  'citySetting.error.title': 'Not saved: please correct {n, plural, one {# entry} other {# entries}}',
  'citySetting.error.line': '{label}: {message}',
  'citySetting.error.whole': 'Please enter a whole number from {least} to {most}.',
  'citySetting.error.amount': 'This is no amount. Please enter 0 or more, such as 10000.',
  'citySetting.error.reason': 'Please give the reason in {least} to {most} characters.',
  'citySetting.error.meanwhile':
    'Somebody has just saved version {n}. Please compare it with the changes below before you save; what you typed is still here.',
};

export default words;
