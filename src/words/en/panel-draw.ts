import type zh from '../zh-CN/panel-draw';

const words: Record<keyof typeof zh, string> = {
  'panelDraw.title': 'Draw a panel for round {number}',
  'panelDraw.crumb': 'Draw',
  'panelDraw.act': 'Draw a panel',
  'panelDraw.act.standing': '{name} is to vote; a panel may be drawn for this round instead.',
  'panelDraw.act.drawn': '{name} was drawn for this round; another may be drawn.',
  'panelDraw.meta': 'drawn for round {round} only',
  'panelDraw.criteria': 'What is asked for',
  'panelDraw.criteria.note':
    'The same wishes give the same people each time; other wishes leave the lots as they are',
  'panelDraw.perKind': 'Seats: {kind}',
  'panelDraw.seatsUnit': 'seats',
  'panelDraw.wrongCount': 'A whole number from 0 to {most}, please.',
  'panelDraw.by': 'By',
  'panelDraw.by.expertise':
    'expertise in the chains and industries of the items, then how often drawn in the last year, then the lot',
  'panelDraw.by.lot': 'how often drawn in the last year, then the lot',
  'panelDraw.ask': 'Draw',
  'panelDraw.result': 'Who came out',
  'panelDraw.summary': '{pool} in the pool, {n} drawn; one seat for each unit at the most',
  'panelDraw.count': '{n} of {of} ticked',
  'panelDraw.tick': 'Give {name} a seat',
  'panelDraw.col.pick': 'Seat',
  'panelDraw.col.person': 'Person',
  'panelDraw.col.why': 'Why',
  'panelDraw.col.times': 'Drawn in the last year',
  'panelDraw.col.times.short': 'Drawn',
  'panelDraw.col.lot': 'Lot',
  'panelDraw.times': '{n, plural, =0 {never} one {once} other {# times}}',
  'panelDraw.because.duty': 'Mandatory duty: {duty}',
  'panelDraw.because.covers': 'Knows the field of item {items}, which nobody drawn before does',
  'panelDraw.because.fits': 'Knows a field near the items',
  'panelDraw.because.lot': 'By earlier draws and the lot',
  'panelDraw.left.reported': 'Reported a lead of this round',
  'panelDraw.left.unitTaken': 'The unit has a seat already',
  'panelDraw.left.others': 'Others came first',
  'panelDraw.left.notAsked': 'No seats of this kind were asked for',
  'panelDraw.short':
    '{n, plural, one {# seat} other {# seats}} short: {kind}. There are no more units in the pool.',
  'panelDraw.noDuty': 'Nobody can take the mandatory seat: {duty}.',
  'panelDraw.reason': 'Why it was changed by hand',
  'panelDraw.reason.hint': 'Needed where it is not what was drawn; it goes into the ledger.',
  'panelDraw.apply': 'Make it the panel of this round',
  'panelDraw.apply.why':
    'Sets up a panel for this round only, under the same chair. Seed, pool, result and changes are sealed, and anybody can repeat the draw.',
  'panelDraw.seed':
    'The seed is the hash of the ledger entry of the planning of this round, which nobody can choose. A lot is the SHA-256 of seed, blank and person id; its first 8 digits are shown:',
  'panelDraw.applied': 'A panel of {n} seats has been set up for this round.',
  'rounds.history.drawPanel':
    '{by} drew a panel of {seats} for it{changed, plural, =0 {} other {, # put in by hand}}. {reason}',
  'refusal.notInThePool': 'Somebody ticked is not in the pool; please reload and choose again.',
  'refusal.reportedALead': 'Somebody ticked reported a lead of this round and has to stay out.',
  'refusal.drawReasonMissing': 'This is not what was drawn: please say why.',
  'refusal.assignedAlready':
    'The seats of this round have been assigned. Have it judged by everybody first, then draw.',
  'ledger.kind.round.panelDrawn': 'Round given a drawn panel',
  'ledger.kind.panel.drawn': 'Panel drawn',
};
export default words;
