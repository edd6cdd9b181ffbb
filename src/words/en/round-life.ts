import type zh from '../zh-CN/round-life';

const words: Record<keyof typeof zh, string> = {
  'rounds.aside.locked': 'No more ballots since {at}; to be counted (Beijing time)',
  'refusal.roundVoided': 'The round has been declared void.',
  'refusal.voidInstead':
    'Voting is over, so the round can no longer be cancelled; two people may declare it void.',
  'refusal.requestUnanswered':
    'Somebody has asked to reopen or void this round; confirm or withdraw that request first.',
  'refusal.secondPersonNeeded': 'You made this request yourself; another person has to confirm it.',
  'refusal.requestDiffers':
    'A request with another deadline waits for a second person; confirm it as it is, or withdraw it first.',
  'refusal.nothingAsked': 'No request waits for confirmation; reload the page.',
  'refusal.requestChanged':
    'The request you saw was withdrawn or changed; look at it again before confirming.',
  'refusal.reasonNamesLead':
    'The reason goes out by mail and must not name a project or an investor ({number}).',
  'refusal.deadlineStillAhead': 'The deadline has not come yet.',
  'refusal.countedByHand': 'By its rules this round is counted by the secretariat.',
  'refusal.quorumShort': '{items, plural, one {# item lacks} other {# items lack}} a quorum.',
  'refusal.vetoesOpen': '{vetoes, plural, one {# veto waits} other {# vetoes wait}} for confirmation.',
  'rounds.history.lock': '{by}: deadline reached, no more ballots; {awaited} not cast',
  'rounds.history.askReopen': '{by} asked to reopen it until {to}: {reason}',
  'rounds.history.askVoid': '{by} asked to declare it void: {reason}',
  'rounds.history.withdrawAsk': '{by} withdrew the request',
  'rounds.history.reopen':
    'Asked by {askedBy}, {by} confirmed the reopening until {to}; {seats, plural, one {# seat} other {# seats}} told: {reason}',
  'rounds.history.void':
    'Asked by {askedBy}, {by} confirmed that it is void; {items, plural, one {# lead waits} other {# leads wait}} again: {reason}',
  'rounds.mail.reopened.subject': 'Please look again: round {number} is open once more',
  'rounds.mail.reopened.what':
    'Two people of {sender} have reopened round {number}. Its earlier result is kept on record and no longer counts.',
  'rounds.mail.reopened.reason': 'Reason: {reason}',
  'rounds.mail.reopened.waiting':
    'Your ballots stand and may be changed; {n, plural, one {# item waits} other {# items wait}} for your vote. Earlier links are dead; please use the one in this mail.',
  'rounds.mail.reopened.done':
    'Your ballots stand and need not be cast again; to change them, use the link in this mail before the new deadline. Earlier links are dead.',
  'rounds.mail.voided.subject': 'Void: round {number}',
  'rounds.mail.voided.what':
    'Two people of {sender} have declared round {number} void. You need not vote; your links are dead. Ballots stay on record and count towards nothing.',
  'rounds.mail.voided.reason': 'Reason: {reason}',
  'rounds.mail.allVoted.subject': 'All votes in: round {number}',
  'rounds.mail.allVoted.what':
    'Every seat has voted or is recused; the round can be counted now, before its deadline of {at}. Ballots may still be changed until it is.',
  'rounds.mail.allVoted.act': 'Count it',
  'rounds.mail.locked.subject': 'Deadline reached: round {number} is to be counted',
  'rounds.mail.locked.what':
    'The deadline has come and no more ballots are taken; {n, plural, one {# was} other {# were}} not cast.',
  'rounds.mail.locked.met': 'Every item has its quorum: please count the round.',
  'rounds.mail.locked.short':
    '{n, plural, one {# item lacks} other {# items lack}} a quorum: extend the round once, or these items are void and their leads wait again.',
  'rounds.mail.locked.act': 'Go to the round',
  'rounds.mail.second.subject': 'A request to look at: round {number}',
  'rounds.mail.second.reopen': '{by} asks to reopen round {number}; another person has to confirm it.',
  'rounds.mail.second.void': '{by} asks to declare round {number} void; another person has to confirm it.',
  'rounds.mail.second.reason': 'Reason: {reason}',
  'rounds.mail.second.act': 'See the request',
};
export default words;
