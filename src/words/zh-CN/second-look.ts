/** 再评：只评上一轮分歧较大的评分项，其余沿用。 */
const words = {
  'secondLook.choose': '只再评部分评分项',
  'secondLook.legend': '再评哪些评分项',
  'secondLook.note':
    '{round}评过这条线索。勾选的评分项由本轮重新评分，其余沿用{round}的评分计入。表决和法定票数按本轮。',
  'secondLook.note.revised':
    '{round}评过这条线索，此后材料有修改。勾选的评分项由本轮重新评分，其余沿用{round}的评分计入；材料改动涉及的评分项请一并勾选。表决和法定票数按本轮。',
  'secondLook.criterion':
    '{name}（{mean, select, none {无均分} other {均分{mean}}}{state, select, disputed {，分歧较大} widest {，分歧最大} unmarked {，无人评分，必须再评} other {}}）',
  'secondLook.item.planned': '只再评：{criteria}',
  'secondLook.ballot.again':
    '这条线索在{round}轮评审过（第{before}版）。下面是与本轮第{after}版的不同；上一轮的结果和再评项的得分不显示，以免影响判断。',
  'secondLook.ballot.title': '本项只再评部分评分项',
  'secondLook.ballot.text':
    '{round}已评过这条线索。本轮只评：{criteria}。其余评分项沿用当时的评分计入，不再评。',
  'secondLook.ballot.carried': '沿用{round}的评分项',
  'secondLook.ballot.noneOwn': '本轮再评的评分项不由您的席位评分。请只表决。',
  'secondLook.ballot.mean': '均分{mean}',
  'secondLook.ballot.na': '不适用，不计入',
  'secondLook.ballot.single': '1个评分，不单独显示',
  'secondLook.ballot.sub': '{n}个评分，权重{weight}，{round}',
  'refusal.secondLookNotAllowed': '所选规则不允许只再评部分评分项。请取消勾选，或另选规则。',
  'refusal.secondLookWithoutFirst': '{lead}没有可以沿用的评审结果，请评全部评分项。',
  'refusal.secondLookOtherRubric':
    '{lead}在{round}用的是另一版评分表，评分不能沿用。请选那一版评分表，或评全部评分项。',
  'refusal.secondLookUnknownCriterion': '{lead}勾选的评分项不在评分表里。请重新勾选。',
  'refusal.secondLookAsksNothing': '{lead}没有勾选要再评的评分项。至少勾选一项，或评全部评分项。',
  'refusal.secondLookWithoutMarks': '{lead}有{count}个评分项在{round}无人评分，无法沿用。请一并勾选。',
  'ballots.problem.criterionNotAsked': '“{name}”本轮不再评，沿用上一轮的评分，请不要填。',
};
export default words;
