const words = {
  'tier.park': '园区自行评审',
  'tier.county': '县级轮次',
  'tier.city': '市级轮次',
  'tier.leading': '领导小组专题',
  'lead.problem.scope.underTotal':
    '总投资{figure}万元，低于市级门槛{line}万元（{yi}亿元）：{tier, select, park {由园区自行评审} county {进入县级轮次} other {进入市级轮次}}，可以提交。',
  'lead.problem.scope.underFixedAssets':
    '固定资产投资{figure}万元，低于市级门槛{line}万元：{tier, select, park {由园区自行评审} county {进入县级轮次} other {进入市级轮次}}，可以提交。',
  'lead.problem.scope.underCounty':
    '总投资{figure}万元，低于县级门槛{line}万元：{tier, select, park {由园区自行评审} county {进入县级轮次} other {进入市级轮次}}，可以提交。',
  'lead.problem.scope.countyOwned':
    '县（市、区）已在谈，属县级项目（报送单位没有登记层级，按市直单位处理）：{tier, select, park {由园区自行评审} county {进入县级轮次} other {进入市级轮次}}，可以提交。',
  'lead.problem.scope.countyReports':
    '县（市、区）已在谈，市直单位不代报，请改由县级报送：{tier, select, park {由园区自行评审} county {进入县级轮次} other {进入市级轮次}}，可以提交。',
  'lead.problem.scope.large':
    '总投资{figure}万元，达到{line}万元（{yi}亿元）：评审后提请领导小组专题研究。{tier, select, other {}}',
  'scope.title': '受理范围',
  'scope.lead.title': '评审层级',
  'scope.lead.tier': '评审层级：{tier}',
  'scope.lead.changed': '按现行规则为{tier}',
  'scope.filter': '层级',
  'scope.intro':
    '范围以外的线索不退回，转由下一级评审。改动从现在起生效，已提交的版次按当时的规则。默认值依据公开的市级办法；县级转办、科技项目不设门槛、财政资金过半为本系统的判断。',
  'scope.thresholds': '门槛',
  'scope.threshold.note':
    '万元，可写“1亿”。低于市级线的进入县级轮次，低于县级线的由园区自行评审。不填为不设。',
  'scope.kind.agriculture': '农业',
  'scope.kind.data': '数据产业',
  'scope.kind.manufacturing': '制造业',
  'scope.kind.service': '服务业、文旅',
  'scope.kind.tech': '科技、平台',
  'scope.totalWan': '市级：总投资',
  'scope.fixedAssetWan': '市级：固定资产',
  'scope.countyTotalWan': '县级：总投资',
  'scope.industries': '行业代码开头',
  'scope.industriesHint': '如C36、I64，用逗号隔开。',
  'scope.words': '名称中的字样',
  'scope.wordsHint': '用逗号隔开，名称里出现即算。',
  'scope.exclusions': '不属市级评审的类型',
  'scope.exclusion.note': '勾选的转县级轮次，理由写在表格和线索页上。',
  'scope.on': '处理',
  'scope.on.yes': '转县级轮次',
  'scope.other': '其他',
  'scope.governmentPercent': '政府资金占比达到',
  'scope.countyOwned': '市直单位报送、县（市、区）已在谈的',
  'scope.countyOwned.yes': '归县级，转县级轮次',
  'scope.leadingTotalWan': '提请领导小组：总投资达到',
  'scope.error.percent': '请填0至100之间的数。',
  'scope.error.industry': '“{code}”不是国民经济行业分类的代码开头。',
  'scope.error.words': '最多{most}项，每项最多20字。',
  'scope.error.order': '县级线不能高于市级线。',
  'lead.problem.scope.stateFunded':
    '政府资金占比高，属财政投资工程，不属市级评审：{tier, select, park {由园区自行评审} county {进入县级轮次} other {进入市级轮次}}，可以提交。',
  'lead.problem.scope.noFixedAssets':
    '服务网点没有固定资产投资，不属市级评审：{tier, select, park {由园区自行评审} county {进入县级轮次} other {进入市级轮次}}，可以提交。',
  'lead.problem.scope.residential':
    '属房地产住宅项目，不属市级评审：{tier, select, park {由园区自行评审} county {进入县级轮次} other {进入市级轮次}}，可以提交。',
  'lead.problem.scope.signed':
    '县（市、区）已签约，不属市级评审：{tier, select, park {由园区自行评审} county {进入县级轮次} other {进入市级轮次}}，可以提交。',
  'lead.problem.scope.technicalUpgrade':
    '市内企业扩建、技改，不属市级评审：{tier, select, park {由园区自行评审} county {进入县级轮次} other {进入市级轮次}}，可以提交。',
  'lead.problem.scope.localMove':
    '市内迁建，不属市级评审：{tier, select, park {由园区自行评审} county {进入县级轮次} other {进入市级轮次}}，可以提交。',
  'lead.problem.scope.branchOffice':
    '属分支机构，不属市级评审：{tier, select, park {由园区自行评审} county {进入县级轮次} other {进入市级轮次}}，可以提交。',
  'lead.problem.scope.resourceExtraction':
    '属单纯资源开采，不属市级评审：{tier, select, park {由园区自行评审} county {进入县级轮次} other {进入市级轮次}}，可以提交。',
  'lead.problem.scope.farming':
    '属一般种养业，不属市级评审：{tier, select, park {由园区自行评审} county {进入县级轮次} other {进入市级轮次}}，可以提交。',
  'lead.problem.scope.catering':
    '属餐饮零售等一般服务，不属市级评审：{tier, select, park {由园区自行评审} county {进入县级轮次} other {进入市级轮次}}，可以提交。',
  'scope.exclusion.stateFunded': '财政投资工程',
  'scope.exclusion.noFixedAssets': '无固定资产的服务网点',
  'scope.exclusion.residential': '房地产住宅',
  'scope.exclusion.signed': '县（市、区）已签约',
  'scope.exclusion.technicalUpgrade': '市内企业扩建、技改',
  'scope.exclusion.localMove': '市内迁建',
  'scope.exclusion.branchOffice': '分支机构',
  'scope.exclusion.resourceExtraction': '单纯资源开采',
  'scope.exclusion.farming': '一般种养业',
  'scope.exclusion.catering': '餐饮、零售等',
};

export default words;
