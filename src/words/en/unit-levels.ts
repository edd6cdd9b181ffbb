const words = {
  'unitLevel.label': 'Level',
  'unitLevel.hint':
    'For the scope rules: what a county talks about already is reported by the county, not by a unit of the city.',
  'unitLevel.city': 'city',
  'unitLevel.county': 'county or district',
  'unitLevel.park': 'park',
  'unitLevel.none': 'not recorded',
  'unitLevel.usual': 'as its kind (departments and outposts: city; parks: park)',
  'unitLevel.error': 'Please choose city, county or park.',
  'refusal.unitLevelUnknown': 'Please choose city, county or park.',
};
export default words;
