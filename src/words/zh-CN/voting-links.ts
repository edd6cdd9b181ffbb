const words = {
  'rounds.link.machineOnly': '仅机器预取',
  'rounds.link.withdrawn': '已停用',
  'rounds.history.withdrawLink': '{by}停用{seat}的链接',
  'votingLinks.note.machineOnly': '只有邮件网关或预览程序取过页面，还没有人进入',
  'votingLinks.note.withdrawn': '链接已停用，需要表决时请重发',
  'votingLinks.note.read': '页面被看过，还没有按按钮进入',
  'votingLinks.withdraw.act': '停用链接',
  'votingLinks.withdraw.confirm':
    '{name}的链接、短码和已打开的页面会立即失效，不寄新链接；已投的票保留。停用？',
  'votingLinks.flash.withdrawn': '已停用{name}的链接。已投的票保留，需要时可以重发链接。',
  'votingLinks.mail.byHand':
    '链接点不开时，请在浏览器里打开下面的地址，填本邮件的收件邮箱（或席位单位）和短码 {code}：',
  'ballots.link.withdrawn.title': '这个链接已停用',
  'ballots.link.withdrawn.what': '轮次{round}发给您的链接已由秘书处停用，没有寄出新链接。已投的票不受影响。',
  'ballots.link.withdrawn.todo': '需要继续表决的，请联系：',
  'ledger.kind.round.linkWithdrawn': '停用表决链接',
  'refusal.noLinkInUse': '{name}没有在用的链接，不必停用。',
};
export default words;
