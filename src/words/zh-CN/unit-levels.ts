const words = {
  'unitLevel.label': '层级',
  'unitLevel.hint': '受理范围据此判断：县（市、区）已在谈的项目由县级报送，市直单位不代报。',
  'unitLevel.city': '市直',
  'unitLevel.county': '县（市、区）',
  'unitLevel.park': '园区',
  'unitLevel.none': '未登记',
  'unitLevel.usual': '按类别（部门、驻外队伍为市直，园区为园区）',
  'unitLevel.error': '请选择市直、县（市、区）或园区。',
  'refusal.unitLevelUnknown': '请选择市直、县（市、区）或园区。',
};
export default words;
