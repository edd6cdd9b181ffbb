import type zh from '../zh-CN/scope';

const words: Record<keyof typeof zh, string> = {
  'tier.park': 'Park by itself',
  'tier.county': 'County round',
  'tier.city': 'City round',
  'tier.leading': 'Leading group',
  'lead.problem.scope.underTotal':
    'Total of {figure} is below the city line of {line} (×10k yuan; {yi} ×100m yuan). {tier, select, park {The park judges it itself} county {It goes to the county tier} other {It goes to the city tier}}; you may submit.',
  'lead.problem.scope.underFixedAssets':
    'Fixed assets of {figure} are below the city line of {line} (×10k yuan). {tier, select, park {The park judges it itself} county {It goes to the county tier} other {It goes to the city tier}}; you may submit.',
  'lead.problem.scope.underCounty':
    'Total of {figure} is below the county line of {line} (×10k yuan). {tier, select, park {The park judges it itself} county {It goes to the county tier} other {It goes to the city tier}}; you may submit.',
  'lead.problem.scope.countyOwned':
    'A county is already in talks, so it is the county’s (the reporting unit has no level on record and counts as the city’s). {tier, select, park {The park judges it itself} county {It goes to the county tier} other {It goes to the city tier}}; you may submit.',
  'lead.problem.scope.countyReports':
    'A county is already in talks, which a unit of the city does not report for it: let the county report it. {tier, select, park {The park judges it itself} county {It goes to the county tier} other {It goes to the city tier}}; you may submit.',
  'lead.problem.scope.large':
    'Total of {figure} reaches {line} (×10k yuan; {yi} ×100m yuan): after the round it goes to the leading group.{tier, select, other {}}',
  'scope.title': 'Scope rules',
  'scope.lead.title': 'Tier',
  'scope.lead.tier': 'Tier: {tier}',
  'scope.lead.changed': '{tier} by the rules of today',
  'scope.filter': 'Tier',
  'scope.intro':
    'A lead out of scope is not sent back but judged one tier lower. Changes hold from now on; what was submitted stays under the rules of its time. Defaults follow published city measures; the county tier instead of refusal, no line for tech and half government money are our own judgement.',
  'scope.thresholds': 'Thresholds',
  'scope.threshold.note':
    'In ×10k yuan; 1亿 is understood. Below the city line: county round; below the county line: the park itself. Blank: no line.',
  'scope.kind.agriculture': 'Agriculture',
  'scope.kind.data': 'Data industry',
  'scope.kind.manufacturing': 'Manufacturing',
  'scope.kind.service': 'Service, tourism',
  'scope.kind.tech': 'Tech, platform',
  'scope.totalWan': 'City: total',
  'scope.fixedAssetWan': 'City: fixed assets',
  'scope.countyTotalWan': 'County: total',
  'scope.industries': 'Industry codes begin with',
  'scope.industriesHint': 'Such as C36, I64, with commas.',
  'scope.words': 'Words in the title',
  'scope.wordsHint': 'With commas; one of them in the title is enough.',
  'scope.exclusions': 'Types the city does not judge',
  'scope.exclusion.note':
    'Ticked types go to the county round, with the reason on the form and the lead page.',
  'scope.on': 'What happens',
  'scope.on.yes': 'Goes to the county round',
  'scope.other': 'Other',
  'scope.governmentPercent': 'Government money from',
  'scope.countyOwned': 'Reported by a unit of the city, while a county already talks about it',
  'scope.countyOwned.yes': 'Is the county’s: goes to the county round',
  'scope.leadingTotalWan': 'To the leading group from a total of',
  'scope.error.percent': 'Enter a number from 0 to 100.',
  'scope.error.industry': '“{code}” begins no code of the industry classification.',
  'scope.error.words': 'At most {most}, each of 20 characters.',
  'scope.error.order': 'The county line cannot be above the city line.',
  'lead.problem.scope.stateFunded':
    'Mostly government money: a state-funded work, which the city does not judge. {tier, select, park {The park judges it itself} county {It goes to the county tier} other {It goes to the city tier}}; you may submit.',
  'lead.problem.scope.noFixedAssets':
    'A service outlet without fixed assets, which the city does not judge. {tier, select, park {The park judges it itself} county {It goes to the county tier} other {It goes to the city tier}}; you may submit.',
  'lead.problem.scope.residential':
    'Residential property, which the city does not judge. {tier, select, park {The park judges it itself} county {It goes to the county tier} other {It goes to the city tier}}; you may submit.',
  'lead.problem.scope.signed':
    'A county has already signed, which the city does not judge. {tier, select, park {The park judges it itself} county {It goes to the county tier} other {It goes to the city tier}}; you may submit.',
  'lead.problem.scope.technicalUpgrade':
    'An upgrade or expansion of a local firm, which the city does not judge. {tier, select, park {The park judges it itself} county {It goes to the county tier} other {It goes to the city tier}}; you may submit.',
  'lead.problem.scope.localMove':
    'A move within the city, which the city does not judge. {tier, select, park {The park judges it itself} county {It goes to the county tier} other {It goes to the city tier}}; you may submit.',
  'lead.problem.scope.branchOffice':
    'A branch office, which the city does not judge. {tier, select, park {The park judges it itself} county {It goes to the county tier} other {It goes to the city tier}}; you may submit.',
  'lead.problem.scope.resourceExtraction':
    'Pure resource extraction, which the city does not judge. {tier, select, park {The park judges it itself} county {It goes to the county tier} other {It goes to the city tier}}; you may submit.',
  'lead.problem.scope.farming':
    'Ordinary farming, which the city does not judge. {tier, select, park {The park judges it itself} county {It goes to the county tier} other {It goes to the city tier}}; you may submit.',
  'lead.problem.scope.catering':
    'Catering, retail and similar services, which the city does not judge. {tier, select, park {The park judges it itself} county {It goes to the county tier} other {It goes to the city tier}}; you may submit.',
  'scope.exclusion.stateFunded': 'Mostly government money: a state-funded work',
  'scope.exclusion.noFixedAssets': 'A service outlet without fixed assets',
  'scope.exclusion.residential': 'Residential property',
  'scope.exclusion.signed': 'A county has already signed',
  'scope.exclusion.technicalUpgrade': 'An upgrade or expansion of a local firm',
  'scope.exclusion.localMove': 'A move within the city',
  'scope.exclusion.branchOffice': 'A branch office',
  'scope.exclusion.resourceExtraction': 'Pure resource extraction',
  'scope.exclusion.farming': 'Ordinary farming',
  'scope.exclusion.catering': 'Catering, retail and similar services',
};

export default words;
