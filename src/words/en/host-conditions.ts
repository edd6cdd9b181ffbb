const words = {
  'hostConditions.title': 'Conditions set by the park',
  'hostConditions.note':
    'The park accepts on conditions; confirm each as a condition of the admission, or set it aside with a reason',
  'hostConditions.until': '{text} (by {day})',
  'hostConditions.cite': '{host} {by} {at}',
  'hostConditions.confirm': 'Confirm as a condition of the admission ({n})',
  'hostConditions.confirm.submit': 'Confirm as a condition',
  'hostConditions.aside': 'Set aside ({n})',
  'hostConditions.aside.submit': 'Set aside',
  'hostConditions.reason': 'Reason',
  'hostConditions.reason.hint':
    'Why it is no condition of the admission, for instance that the park has withdrawn it in writing; kept on record.',
  'hostConditions.confirmed': 'Confirmed as a condition of the admission.',
  'hostConditions.setAside': 'Set aside, with its reason on record.',
  'hostConditions.open': '{lead}: {n} conditions set by {host} are not confirmed yet.',
  'hostConditions.settle': 'Confirm them',
  'hostConditions.act': 'Conditions',
  'refusal.hostConditionsOpen':
    'The parks of {count} leads that are to be admitted set conditions which nobody has confirmed: {leads}. Confirm them or set them aside, then announce.',
  'refusal.hostConditionSettled': 'Somebody else has dealt with it: please reload.',
};
export default words;
