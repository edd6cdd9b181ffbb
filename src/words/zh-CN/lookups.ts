const words = {
  'lookups.code': '代码',
  'lookups.note': '共{n}条，最多列出100条',
  'lookups.none': '没有查到“{q}”',
  'lookups.industries.title': '查行业代码',
  'lookups.industries.search': '行业名称、拼音首字母或代码',
  'lookups.industries.name': '行业',
  'lookups.industries.start': '输入行业名称查代码',
  'lookups.industries.hint': '如“汽车零部件”“qclbj”，或代码的前几位，如C36。',
  'lookups.regions.title': '查区划代码',
  'lookups.regions.search': '地名、拼音首字母或代码',
  'lookups.regions.name': '地区',
  'lookups.regions.start': '输入地名查代码',
  'lookups.regions.hint': '如“吴中”“wzq”，或代码的前几位，如3205。',
  'lookups.link.industries': '按名称查行业代码',
  'lookups.link.regions': '按地名查区划代码',
  'lookups.perhaps': '是不是{found}？',
};

export default words;
