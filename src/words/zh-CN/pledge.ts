const words = {
  'pledge.title': '保密承诺',
  'pledge.version': '第{n}版，{day}起',
  'pledge.give': '我承诺，继续',
  'pledge.decline': '不承诺，退出登录',
  'pledge.note': '每人每版只承诺一次，记入留痕。',
  'pledge.signIn': '登录即作出',
  'pledge.signIn.link': '保密承诺',
  'pledge.pressing': '按下即作出',
  'pledge.link': '按下即承诺：{text}',
  'pledge.setting.title': '保密承诺',
  'pledge.setting.intro': '登录和打开表决链接时作出。改文本即为新版，所有人须再承诺一次。',
  'pledge.setting.text': '承诺内容',
  'pledge.setting.hint': '{least}至{most}字。',
  'pledge.error.text': '承诺内容须为20到600字。',
  'refusal.pledgeMissing': '请先作出保密承诺，再办理。',
  'ledger.kind.pledge.given': '保密承诺',
} as const;

export default words;
