import type zh from '../zh-CN/fit';

const words: Record<keyof typeof zh, string> = {
  'fit.heading': 'Hosts that fit best',
  'fit.heading.lead': 'Fit of hosts',
  'fit.note.form':
    'Your chain, land, intensity and energy against what the hosts state. Advice only; it is renewed when the draft is saved.',
  'fit.note.lead':
    'By the profiles as they stand and the weights of the city. Advice only; no score depends on it.',
  'fit.none': 'Fill in chain, land or energy and save the draft, and fitting hosts are listed here.',
  'fit.noHosts': 'No hosts are registered.',
  'fit.score': '{n} points',
  'fit.blocked': 'Cannot take it',
  'fit.chosen': 'Already an intended host',
  'fit.for': 'For',
  'fit.against': 'Against',
  'fit.open': 'Open',
  'fit.take': 'Choose as intended host',
  'fit.all': 'The other {n, plural, one {host} other {# hosts}}',
  'fit.further': '{n} more points for it',
  'fit.taken': '{host} is now an intended host.',
  'fit.tooMany': 'Three intended hosts at most; take one out first.',
  'fit.chain.unsaid': 'The lead names no chain, so it cannot be compared.',
  'fit.chain.first': '{chain} is the first chain here.',
  'fit.chain.leading': '{chain} is a leading chain here.',
  'fit.chain.wanted': '{chain} is wanted here.',
  'fit.chain.none': '{chain} is neither led nor wanted here.',
  'fit.profile.none': 'The host has not stated its land, plants and elements.',
  'fit.land.short': '{use}: {free} mu available, short of the {needed} mu needed.',
  'fit.land.enough': '{use}: {free} mu available, enough for the {needed} mu needed.',
  'fit.land.inTime': '{use}: {free} mu available by {month}, enough for the {needed} mu needed.',
  'fit.land.late': '{use}: {needed} mu only from {day}, later than the planned start in {month}.',
  'fit.plant.short': 'Plants: {free} m² available, short of the {needed} m² needed.',
  'fit.plant.enough': 'Plants: {free} m² available, enough for the {needed} m² needed.',
  'fit.plant.inTime': 'Plants: {free} m² available by {month}, enough for the {needed} m² needed.',
  'fit.plant.late': 'Plants: {needed} m² only from {day}, later than the planned start in {month}.',
  'fit.land.left':
    'Land: {has} mu in all, {admitted} drawn by admitted leads, {pending} by leads under review; {left} mu left, enough for the {needed} needed.',
  'fit.land.drawn':
    'Land: {has} mu in all, {admitted} drawn by admitted leads, {pending} by leads under review; only {left} mu left, short of the {needed} needed.',
  'fit.plant.left':
    'Standard plant: {has} m² in all, {admitted} drawn by admitted leads, {pending} by leads under review; {left} m² left, enough for the {needed} needed.',
  'fit.plant.drawn':
    'Standard plant: {has} m² in all, {admitted} drawn by admitted leads, {pending} by leads under review; only {left} m² left, short of the {needed} needed.',
  'fit.land.any': 'Land',
  'fit.land.use': 'Land ({use})',
  'fit.intensity.unsaid': 'The lead states no fixed assets, so intensity cannot be compared.',
  'fit.intensity.met': 'Intensity {value} ×10k yuan per mu meets the minimum of {least}.',
  'fit.intensity.under': 'Intensity {value} ×10k yuan per mu is under the minimum of {least}.',
  'fit.tax.unsaid': 'The lead states no tax, so tax per mu cannot be compared.',
  'fit.tax.met': 'Tax of {value} ×10k yuan per mu meets the minimum of {least}.',
  'fit.tax.under': 'Tax of {value} ×10k yuan per mu is under the minimum of {least}.',
  'fit.element.unsaid': 'The host states nothing left of {element}.',
  'fit.element.enough': '{element}: {left} {unit} left as of {day}, enough for {needed} {unit}.',
  'fit.element.short':
    '{element}: {left} {unit} left as of {day}, {needed} {unit} needed, {missing} {unit} short.',
  'fit.emission.left': 'Emissions of {left} t a year are left as of {day}.',
  'fit.emission.none': 'No emissions are left as of {day}.',
  'fit.element.enough.drawn':
    '{element}: {has} {unit} stated ({day}), {admitted} drawn by admitted leads, {pending} by leads under review; {left} {unit} left, enough for the {needed} needed.',
  'fit.element.short.drawn':
    '{element}: {has} {unit} stated ({day}), {admitted} drawn by admitted leads, {pending} by leads under review; {left} {unit} left, {needed} needed, {missing} short.',
  'fit.emission.left.drawn':
    'Emission quota: {has} t a year stated ({day}), {admitted} t drawn by admitted leads, {pending} t by leads under review; {left} t left.',
  'fit.emission.none.drawn':
    'Emission quota: {has} t a year stated ({day}), {admitted} t drawn by admitted leads, {pending} t by leads under review; {left} t left.',
  'fit.chemical.yes': 'A recognised chemical park, which may take it.',
  'fit.chemical.no': 'The project has to go to a chemical park; this is none.',
  'fit.region.unsaid': 'The lead does not say where the investor is registered.',
  'fit.region.home': 'The investor is registered in {region} and grows where it is.',
  'fit.region.away': 'The investor is registered in {region}, not here.',
  'fit.settings.title': 'Weights of fit',
  'fit.settings.intro':
    'Hosts are ranked for a lead by these weights. A change ranks them anew and alters no decision.',
  'fit.settings.weights': 'Weights',
  'fit.settings.weights.note': 'They need not add up to 100; 0 does not count',
  'fit.settings.degrees': 'What a chain is worth',
  'fit.settings.degrees.note': 'A chain neither led nor wanted is worth 0 %',
  'fit.settings.points': 'points',
  'fit.settings.chain': 'Chain',
  'fit.settings.site': 'Land and plants',
  'fit.settings.intensity': 'Intensity',
  'fit.settings.tax': 'Tax per mu',
  'fit.settings.elements': 'Energy, utilities, emissions',
  'fit.settings.region': 'Place of the investor',
  'fit.settings.first': 'First chain',
  'fit.settings.leading': 'Leading chain',
  'fit.settings.wanted': 'Wanted chain',
  'fit.settings.allZero': 'Not every weight can be 0.',
  'fit.element.short.over':
    '{element}: {has} {unit} stated ({day}), {admitted} drawn by admitted leads, {pending} by leads under review: {over} {unit} more than there is; {needed} needed.',
  'fit.emission.none.over':
    'Emission quota: {has} t a year stated ({day}), {admitted} t drawn by admitted leads, {pending} t by leads under review: {over} t more than there is.',
  'fit.land.over':
    'Land: {has} mu in all, {admitted} drawn by admitted leads, {pending} by leads under review: {over} mu more than there is; {needed} needed.',
  'fit.plant.over':
    'Standard plant: {has} m² in all, {admitted} drawn by admitted leads, {pending} by leads under review: {over} m² more than there is; {needed} needed.',
};
export default words;
