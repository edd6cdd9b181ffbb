import type { Words } from '../../words/words';

/** `android/wechat` as people say it. A word that is not in the catalogue is told as what it is. */
export function deviceWords(device: string, words: Words): string {
  const [system = '', browser = ''] = device.split('/');
  const word = (part: 'system' | 'browser', key: string): string => {
    const known = `votingLinks.${part}.${key}`;
    return words.has(known) ? words.t(known) : words.t(`votingLinks.${part}.other`);
  };
  return words.t('votingLinks.device', { system: word('system', system), browser: word('browser', browser) });
}
