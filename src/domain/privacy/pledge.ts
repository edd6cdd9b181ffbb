import type { Setting } from '../settings/setting';

/** What everybody promises who reads material of leads. A new version has to be promised anew. */
export type Pledge = { readonly text: string };

export const PLEDGE_LENGTH = { least: 20, most: 600 } as const;

/** The city's own text; the preset follows the duties of secrecy that a committee's members have (compliance, 保密). */
export const pledge: Setting<Pledge> = {
  key: 'confidentiality-pledge',
  preset: {
    text: '看到的项目材料只用于招商预审，不转发、不截屏、不拍照、不外传；不向无关人员透露投资方、金额、评分和表决；发现泄露，立即报告秘书处。',
  },
  read(stored) {
    const text = (stored as { text?: unknown } | null)?.text;
    const { least, most } = PLEDGE_LENGTH;
    if (typeof text !== 'string' || text.length < least || text.length > most)
      throw new Error(`a pledge has ${least} to ${most} characters`);
    return { text };
  },
};
