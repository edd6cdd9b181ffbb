const words = {
  'chainMaps.title': '{chain}链图谱',
  'chainMaps.counts': '{segments}个环节，{gaps}处缺口，{firms}家目标企业，{leads}条线索',
  'chainMaps.label':
    '{chain}链图谱：{segments}个环节，{gaps}处缺口，{firms}家目标企业，{leads}条线索；下方表格内容相同',
  'chainMaps.newestOnly': '线索较多，图上是最近上报的200条。',
  'chainMaps.gap': '缺口，招：{wanted}',
  'chainMaps.firm': '{name}（{state}）',
  'chainMaps.lead': '{number} {title}（{state}）',
  'chainMaps.project': '{number} {title}（{stage}）',
  'chainMaps.more': '另有{n}项，见下表',
  'chainMaps.legend.firm': '目标企业',
  'chainMaps.legend.lead': '线索',
  'chainMaps.legend.project': '笼中项目',
  'chainMaps.legend.gap': '缺口：斜线底、虚线框',
  'chainMaps.table': '图谱明细',
  'chainMaps.short.wanted': '要招',
  'chainMaps.short.firms': '企业',
  'chainMaps.short.projects': '项目',
  'chainMaps.projects': '笼中项目',
};
export default words;
