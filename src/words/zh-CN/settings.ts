const words = {
  'citySetting.version': '{n, plural, =0 {沿用系统预设} other {现行第#版}}',
  'citySetting.reason': '修改理由',
  'citySetting.reason.hint': '写文件名称、文号或会议；与新版本一起留痕。',
  'citySetting.saved': '已存为第{n}版，自现在起生效；以前的决定不受影响。',
  'citySetting.same': '内容没有变化，没有存为新版。',
  'citySetting.history': '历次修改',
  'citySetting.history.none': '还没有修改过。',
  'citySetting.line': '第{n}版，{by}：{reason}',
  'citySetting.change': '{label}：{value}',
  'citySetting.under': '{head}—{label}',
  'citySetting.none': '未填',
  'citySetting.bounds': '{least}至{most}之间的整数。',
  'citySetting.error.title': '没有保存，{n}处须改正',
  'citySetting.error.line': '{label}：{message}',
  'citySetting.error.whole': '请填{least}至{most}之间的整数。',
  'citySetting.error.amount': '不是金额。请填0或正数，如10000、“1亿”。',
  'citySetting.error.reason': '请写明理由，{least}至{most}字。',
  'citySetting.error.meanwhile': '别人刚保存了第{n}版。请对照下面的历次修改核对后再存，您填的都在。',
} as const;

export default words;
