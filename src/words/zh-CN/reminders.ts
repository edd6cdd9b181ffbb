const words = {
  'reminders.title': '催办：预审轮次{number}',
  'reminders.crumb': '催办',
  'reminders.heading': '催办邮件寄给谁',
  'reminders.count': '{seats}席中{n}席未投完',
  'reminders.note': '默认选中还没有投完的席位，4小时内刚催办过的除外；一人多席只收一封，已投完的不会收到。',
  'reminders.col.holder': '收件人',
  'reminders.col.waits': '未投',
  'reminders.col.last': '上次催办',
  'reminders.waits': '{n}项（共{of}项）',
  'reminders.last': '{at}，共{times}次',
  'reminders.never': '未催办过',
  'reminders.next': '系统下次自动催办：{at}',
  'reminders.next.none': '截止前系统不再自动催办',
  'reminders.submit': '寄出催办邮件',
  'reminders.why': '邮件不含项目名称；此前寄出的链接照样可用。寄出前会再核对一次，期间已投完的不寄。',
  'reminders.noneChosen': '请至少选一个席位。',
  'reminders.flash.some': '已向{n}席寄出催办邮件；另{finished}席不需要催办，没有寄。',
  'reminders.history.due': '{by}在截止前{hours}小时催办{seats}席',
  'reminders.mail.subject': '还有{n}项待表决：预审轮次{numbers}',
  'reminders.mail.what':
    '您在{seats}个席位上还有{n}项议题没有表决，下面按截止先后列出。此前寄给您的链接同样可以使用。',
  'reminders.mail.link':
    '请按各席位的按钮进入，不用登录；截止前可以随时返回修改。链接只供您本人使用，请勿转发。',
  'reminders.mail.part': '{unit}：还有{n}项',
  'reminders.entry.summary': '预审表决截止：{number}',
  'reminders.entry.text':
    '席位：{unit}。请在此之前投完预审轮次{number}。请从邀请邮件里的链接进入；这里不放链接，日历可能被他人看到。',
  'reminders.entry.calledOff': '预审轮次{number}已取消或作废，不必再投。',
  'reminders.entry.handedOver': '预审轮次{number}的席位“{unit}”已移交，由他人投票，您不必再投。',
  'reminders.entry.note': '附件可将截止时间加入日历；时间如有变动，会另寄更新。',
  'refusal.chosenHaveVoted': '所选席位都不需要催办：已经投完，或不在本轮。请刷新后再选。',
};
export default words;
