import type zh from '../zh-CN/seats';

const words: Record<keyof typeof zh, string> = {
  'seats.post.a': 'holder',
  'seats.post.b': 'alternate',
  'seats.noAlternate': 'no approved alternate',
  'seats.votesNow': 'votes now',
  'seats.standIn': '{name} (alternate) votes now',
  'seats.handOver.toB': 'Hand over',
  'seats.handOver.toA': 'Hand back to the holder',
  'seats.handOver.title': 'Hand over the seat of {unit}',
  'seats.handOver.crumb': 'Hand-over',
  'seats.handOver.out': '{name}, the alternate, votes from now on',
  'seats.handOver.back': '{name}, the holder, votes again',
  'seats.handOver.text':
    'An alternate votes only with the consent of the secretariat. One seat has one ballot, and one person votes at a time.',
  'seats.does.links':
    'The link of {from} and any page opened by it are dead at once; {to} gets a link of their own',
  'seats.does.cast':
    '{n, plural, one {The ballot} other {The # ballots}} cast by {from} stand; {to} sees them and may replace them',
  'seats.does.waiting': '{n, plural, =0 {No item is} one {# item is} other {# items are}} left for {to}',
  'seats.does.own':
    '{to} reported {leads} and is out of that item: neither sees it nor votes on it; a ballot cast by the holder stands',
  'seats.does.record':
    'The reason goes into the record and the ledger, not into the mails; results and minutes name both people',
  'seats.reason.hint': 'For instance travel, leave or a change of post; 500 characters at the most.',
  'seats.submit.out': 'Hand over to the alternate',
  'seats.submit.back': 'Hand back to the holder',
  'seats.flash.handedOver': '{name} ({post}) votes for the seat now; the new link has been sent.',
  'seats.earlier.heading': 'Earlier hand-overs of this seat',
  'seats.earlier': '{by}: from {from} to {name}; {reason}',
  'seats.ballot.line': '{unit} · {post} {name} ({other} {otherName})',
  'seats.ballot.handed':
    'The seat was handed over to you by its {post} {name} on {at}. Ballots cast before stand; you may look at them and replace them.',
  'seats.mail.seat': '{unit} ({voter} votes; before, {other})',
  'seats.mail.handedOver.subject': 'Seat handed over: round {number}',
  'seats.mail.handedOver.what':
    '{sender} has handed over your seat ({unit}) in round {number}: {name}, the {post}, votes from now on. The links mailed to you are dead.',
  'seats.mail.handedOver.ballots':
    'Ballots that you have cast stand. Whoever votes now may replace them, and every version is kept. Please ask the secretariat if anything is unclear.',
  'seats.mail.takenOver.subject': 'Please vote in place of a colleague: round {number}',
  'seats.mail.takenOver.what':
    'The seat of {unit} in round {number} was handed over by its {from} {name}: you vote as its {to}.',
  'seats.mail.takenOver.waiting':
    '{n, plural, =0 {No item waits} one {# item waits} other {# items wait}} for your vote. Ballots cast before stand; you may look at them and replace them.',
  'rounds.history.handOver': '{by} handed the seat of {seat} over from {from} to {name}: {reason}',
  'ballots.link.handedOver.title': 'This seat was handed over',
  'ballots.link.handedOver.what':
    '{name} votes for this seat in round {round} now; the link mailed to you is dead. Ballots that you have cast stand.',
  'ballots.link.handedOver.todo': 'If you should go on voting, ask: ',
  'ballotSession.handed.title': 'This seat was handed over',
  'ballotSession.handed.what':
    'The secretariat has handed over your seat; {name} votes for it now. What you have just sent was not recorded; ballots that you cast before stand.',
  'ballotSession.handed.todo': 'If you should go on voting, ask the secretariat to hand the seat back.',
  'refusal.seatHandedOver':
    'The secretariat has handed over your seat; {name} votes for it now. This ballot was not recorded; ballots that you cast before stand.',
  'refusal.seatWithoutAlternate':
    'This seat has no approved alternate. Name one in the panel; it counts from the next round on.',
  'refusal.seatAlreadyWith': '{name} votes for this seat already; please reload the page.',
  'refusal.voterNotInUse': 'The account of {name} is disabled, so they cannot vote.',
  'refusal.votesElsewhere': '{name} votes for {unit} in this round already: one person has one ballot.',
  'refusal.reasonTooLong': 'Please keep the reason within {most} characters.',
  'minutes.act.handOver': '{at}: {by} handed the seat of {seat} over from {from} to {name}. Reason: {reason}',
  'minutes.roll.stoodIn': '{name} (stood in)',
  'ledger.kind.round.seatHandedOver': 'Seat handed over (record of the round)',
  'ledger.kind.roundSeat.handedOver': 'Seat handed over',
};
export default words;
