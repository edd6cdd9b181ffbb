const words = {
  'host.kind.park': '园区',
  'host.kind.county': '县（市、区）',
  'host.kind.town': '乡镇（街道）',
  'refusal.hostCodeTaken': '代码“{code}”已有园区使用。请换一个代码。',
};
export default words;
