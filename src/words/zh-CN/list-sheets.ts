/** Heads that a list has only where it is taken away: the page shows the same without a head. */
const words = {
  'sheets.standing': '状态',
  'sheets.year': '年度',
  'sheets.gaps': '缺口',
  'sheets.use': '适用于',
  'sheets.set': '设置',
  'sheets.lifted': '解除',
  'sheets.list': '类别',
  'sheets.title': '事项',
  'sheets.about': '说明',
  'sheets.due': '期限',
  'sheets.at': '时间',
  'sheets.subject': '对象',
};
export default words;
