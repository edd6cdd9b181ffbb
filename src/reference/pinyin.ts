import { pinyin } from 'pinyin-pro';

/** How a Chinese name is typed in Latin letters. Lower case, no tones; what is no Chinese stays as it is. */
export interface Spelling {
  /** `qclbjjpjzz` of 汽车零部件及配件制造. */
  readonly initials: string;
  /** `qichelingbujianjipeijianzhizao`. */
  readonly whole: string;
}

/** Letters and digits of one name; readings of characters with several follow the word they stand in. */
export function spellingOf(name: string): Spelling {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
  const plain = syllables.map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, ''));
  return {
    initials: plain.map((syllable) => syllable.slice(0, 1)).join(''),
    whole: plain.join(''),
  };
}

/** What can only have been meant as pinyin: letters, at least one; spaces and apostrophes between them fall away. */
export function asPinyin(text: string): string | null {
  const plain = text.toLowerCase().replace(/[\s'’]/g, '');
  return /^[a-z]{1,60}$/.test(plain) ? plain : null;
}
