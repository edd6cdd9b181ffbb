import type zh from '../zh-CN/rubric-formulas';

const words: Record<keyof typeof zh, string> = {
  'computed.steps.more': '{figure} ({reckoned}, {unit}): {steps}; below {last}: 0',
  'computed.steps.less': '{figure} ({reckoned}, {unit}): {steps}; above {last}: 0',
  'computed.step.more': '{from} or more: {score}',
  'computed.step.less': '{from} or less: {score}',
  'computed.steps.between': ', ',
  'computed.linear.more':
    '{figure} ({reckoned}, {unit}): 0 up to {zeroAt}, 5 from {fullAt}, in proportion between them, rounded half up to whole scores',
  'computed.linear.less':
    '{figure} ({reckoned}, {unit}): 0 from {zeroAt}, 5 up to {fullAt}, in proportion between them, rounded half up to whole scores',
  'figureValue.wanPerMu': 'CNY {n} 万 per mu',
  'figureValue.wanPerSqm': 'CNY {n} 万 per m²',
  'figureValue.yuanPerSqm': 'CNY {n} per m²',
  'figureValue.tcePerWan': '{n} tce per 万元',
  'figureValue.people': '{n} jobs',
  'figure.investIntensity': 'Investment intensity',
  'figure.taxPerMu': 'Tax per mu',
  'figure.outputPerMu': 'Output per mu',
  'figure.equipmentPerSqm': 'Equipment per m²',
  'figure.taxPerSqm': 'Tax per m²',
  'figure.outputPerSqm': 'Output per m²',
  'figure.energyPerOutput': 'Energy per output',
  'figure.jobs': 'Jobs',
  'figure.investIntensity.from': 'fixed assets ÷ land',
  'figure.taxPerMu.from': 'annual tax ÷ land',
  'figure.outputPerMu.from': 'annual output ÷ land',
  'figure.equipmentPerSqm.from': 'equipment ÷ leased area',
  'figure.taxPerSqm.from': 'annual tax ÷ leased area',
  'figure.outputPerSqm.from': 'annual output ÷ leased area',
  'figure.energyPerOutput.from': 'annual energy ÷ annual output',
  'figure.jobs.from': 'as stated in the form',
  'figureUnit.wanPerMu': 'CNY 万 per mu',
  'figureUnit.wanPerSqm': 'CNY 万 per m²',
  'figureUnit.yuanPerSqm': 'CNY per m²',
  'figureUnit.tcePerWan': 'tce per 万元',
  'figureUnit.people': 'people',
};

export default words;
