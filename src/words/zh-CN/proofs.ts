const words = {
  'proof.title': '请再确认一次身份',
  'proof.what': '这一步影响很多人，须在{minutes}分钟内确认过身份。您上次确认已超过{minutes}分钟。',
  'proof.kept': '您填写的内容都已保留，确认后随即提交。',
  'proof.password': '密码',
  'proof.code': '邮件里的6位验证码',
  'proof.act': '确认身份并继续',
  'proof.send': '把验证码发到我的邮箱',
  'proof.sendAgain': '再发一次验证码',
  'proof.demo': '我就是这个演示人物，继续',
  'proof.sent': '验证码已发往{email}，15分钟内有效。一分钟内不重复发送。',
  'proof.error.password': '密码不对，请再试一次。',
  'proof.error.code': '验证码不对或已过期，请核对后再试，或重新发送。',
  'proof.mail.subject': '身份确认验证码',
  'proof.mail.heading': '{name}：',
  'proof.mail.what':
    '有人以您的身份在预审系统里办理一项须再次确认身份的事项。请把下面的验证码填进刚才的页面。',
  'proof.mail.other': '不是您本人操作的，请立即联系系统管理员，并结束其他登录。',
  'proof.mail.code': '验证码（15分钟内有效）',
  'freshProof.title': '重要操作前再确认身份',
  'freshProof.intro':
    '关闭、作废、重开轮次，领导小组另行决定，以及增改人员和角色之前，须在这段时间内确认过身份；刚登录的不再询问。预设为5分钟。',
  'freshProof.minutes': '确认身份后多久内有效',
  'freshProof.unit': '分钟',
};
export default words;
