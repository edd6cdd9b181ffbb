import type zh from '../zh-CN/lookups';

const words: Record<keyof typeof zh, string> = {
  'lookups.code': 'Code',
  'lookups.note': '{n} found; at most 100 are listed',
  'lookups.none': 'Nothing found for “{q}”',
  'lookups.industries.title': 'Find an industry code',
  'lookups.industries.search': 'Name, pinyin initials or code of the industry',
  'lookups.industries.name': 'Industry',
  'lookups.industries.start': 'Type the name of an industry',
  'lookups.industries.hint': 'For example 汽车零部件, qclbj, or the first digits of a code: C36.',
  'lookups.regions.title': 'Find a region code',
  'lookups.regions.search': 'Name, pinyin initials or code of the place',
  'lookups.regions.name': 'Region',
  'lookups.regions.start': 'Type the name of a place',
  'lookups.regions.hint': 'For example 吴中, wzq, or the first digits of a code: 3205.',
  'lookups.link.industries': 'Find the industry code by name',
  'lookups.link.regions': 'Find the region code by name',
  'lookups.perhaps': ' Did you mean {found}?',
};

export default words;
