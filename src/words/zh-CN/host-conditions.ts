const words = {
  'hostConditions.title': '园区提出的条件',
  'hostConditions.note': '承接园区附条件承接；逐条确认为入笼条件，或写明理由不采用',
  'hostConditions.until': '{text}（{day}前）',
  'hostConditions.cite': '{host}　{by}　{at}',
  'hostConditions.confirm': '确认为入笼条件（{n}）',
  'hostConditions.confirm.submit': '确认为入笼条件',
  'hostConditions.aside': '不采用（{n}）',
  'hostConditions.aside.submit': '不采用',
  'hostConditions.reason': '理由',
  'hostConditions.reason.hint': '为什么不作为入笼条件，例如园区已书面撤回；记录在案。',
  'hostConditions.confirmed': '已确认为入笼条件。',
  'hostConditions.setAside': '已记录不采用及理由。',
  'hostConditions.open': '{lead}：{host}提出的{n}项条件还没有确认。',
  'hostConditions.settle': '去确认',
  'hostConditions.act': '入笼条件',
  'refusal.hostConditionsOpen':
    '还有{count}项将入笼的线索没有确认园区提出的条件：{leads}。确认或写明不采用后才能发布。',
  'refusal.hostConditionSettled': '这一条已经由别人办理，请刷新查看。',
};
export default words;
