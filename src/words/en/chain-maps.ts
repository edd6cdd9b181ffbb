import type zh from '../zh-CN/chain-maps';

const words: Record<keyof typeof zh, string> = {
  'chainMaps.title': 'Map of {chain}',
  'chainMaps.counts': '{segments} segments, {gaps} gaps, {firms} target firms, {leads} leads',
  'chainMaps.label':
    'Map of {chain}: {segments} segments, {gaps} gaps, {firms} target firms, {leads} leads; the table below says the same',
  'chainMaps.newestOnly': 'There are many leads: the map shows the 200 reported last.',
  'chainMaps.gap': 'Gap. Wanted: {wanted}',
  'chainMaps.firm': '{name} ({state})',
  'chainMaps.lead': '{number} {title} ({state})',
  'chainMaps.project': '{number} {title} ({stage})',
  'chainMaps.more': '{n} more in the table below',
  'chainMaps.legend.firm': 'Target firm',
  'chainMaps.legend.lead': 'Lead',
  'chainMaps.legend.project': 'Project in the cage',
  'chainMaps.legend.gap': 'Gap: hatched, dashed frame',
  'chainMaps.table': 'The map as a table',
  'chainMaps.short.wanted': 'Wanted',
  'chainMaps.short.firms': 'Firms',
  'chainMaps.short.projects': 'Cage',
  'chainMaps.projects': 'In the cage',
};
export default words;
