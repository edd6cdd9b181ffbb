const words = {
  'retention.title': '保存期限',
  'retention.intro': '到期自动清除，每天核对一次。修改自下一次核对起生效。',
  'retention.accessLogMonths': '访问记录',
  'retention.accessLogMonths.hint': '{least}至{most}个月。法律要求网络日志至少留存六个月。',
  'retention.contactMonths': '未通过项目的联系方式',
  'retention.contactMonths.hint': '{least}至{most}个月，自不予受理、评审未通过或撤回之日起算。',
  'retention.months': '个月',
} as const;

export default words;
