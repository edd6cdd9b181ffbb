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
  'rounds.two.reopen.title': 'Reopen round {number}',
  'rounds.two.void.title': 'Declare round {number} void',
  'rounds.two.reopen.crumb': 'Reopen',
  'rounds.two.void.crumb': 'Void',
  'rounds.two.reopen.asked': 'Waiting for a second person: reopen',
  'rounds.two.void.asked': 'Waiting for a second person: void',
  'rounds.two.fact.by': 'Asked by',
  'rounds.two.fact.at': 'Asked at',
  'rounds.two.fact.reason': 'Reason',
  'rounds.two.fact.deadline': 'New deadline',
  'rounds.two.reason.hint':
    'Goes into the mail to every seat; up to 500 characters; name no project and no investor.',
  'rounds.two.deadline.hint': 'Beijing time. Left empty, the workdays that the rules give an extension.',
  'rounds.two.remark': 'Remark on confirming',
  'rounds.two.withdraw': 'Withdraw the request',
  'rounds.two.decline': 'Decline and withdraw the request',
  'rounds.two.withdraw.confirm': 'The round stays as it is and the request stays on record. Withdraw it now?',
  'rounds.two.withdraw.why': 'The round stays as it is; the request stays on record.',
  'rounds.two.withdrawn': 'The request is withdrawn; the round stays as it is.',
  'rounds.two.first.text':
    'This takes two people: you ask, and another member of the secretariat or the leading group confirms before anything happens.',
  'rounds.two.second.text':
    'Please check the request above. Confirming takes effect at once and enters both names in the ledger.',
  'rounds.two.reopen.first': 'Ask to reopen the vote',
  'rounds.two.void.first': 'Ask to declare the round void',
  'rounds.two.reopen.second': 'Confirm the reopening',
  'rounds.two.void.second': 'Confirm that the round is void',
  'rounds.two.reopen.first.submit': 'Ask for it',
  'rounds.two.void.first.submit': 'Ask for it',
  'rounds.two.reopen.second.submit': 'Reopen it',
  'rounds.two.void.second.submit': 'Declare it void',
  'rounds.two.reopen.does':
    '{items, plural, one {The result of # item is} other {The results of # items are}} kept on record with any rulings and no longer {items, plural, one {counts} other {count}}\n{seats, plural, one {# seat gets} other {# seats get}} a mail with the reason, the new deadline and a new link\nBallots already cast stand and may be changed until the new deadline\nThe round is counted anew; both results can be looked up',
  'rounds.two.void.does':
    '{items, plural, one {# lead waits} other {# leads wait}} for another round\n{seats, plural, one {# seat gets} other {# seats get}} a mail with the reason; links die at once\nBallots already cast stay on record and count towards nothing\nA result that there was is kept on record and no longer counts',
  'rounds.two.reopen.carriedOut': 'The round is open again; every seat was told why and got a new link.',
  'rounds.two.void.carriedOut': 'The round is void; its leads wait again and every seat was told.',
  'rounds.two.flash.asked': 'The request is made; those who may confirm it have been told.',
  'rounds.act.reopen': 'Reopen',
  'rounds.act.void': 'Declare void',
  'rounds.two.reopen.why':
    'Takes two people; the result is kept on record and every seat gets the reason and a new link.',
  'rounds.two.void.why': 'Takes two people; leads wait again, ballots stay on record uncounted.',
  'rounds.todo.asked.act': 'Look at it',
  'rounds.todo.asked.when': 'Asked by {by}, {at}; another person has to confirm or decline it',
  'rounds.todo.clock': 'Locked before its deadline: please check the clock of the server',
  'rounds.todo.clock.when':
    'The lock is dated {at}, the deadline is {deadline}; the vote does not resume by itself. Extend it where a quorum is short, count it where none is, or have two people declare it void',
  'rounds.todo.changed': 'The lead of item {position} changed after opening: {fields}',
  'rounds.todo.changed.when':
    'The vote is on the revision of the opening, the lead is at revision {revision}; if that matters, two people void the round',
  'rounds.todo.changed.act': 'See changes',
  'rounds.act.earlier': 'Earlier results',
  'rounds.earlier.why': 'What it had come to before it was reopened or declared void; on record only.',
  'results.earlier.title': 'Earlier results of round {round}',
  'results.earlier.crumb': 'Earlier results',
  'results.earlier.note': 'On record only, they count for nothing; each was put aside by two people',
  'results.earlier.none': 'This round was never reopened or declared void.',
  'results.earlier.reopen': 'The result before it was reopened',
  'results.earlier.void': 'The result before it was declared void',
  'results.earlier.people': 'Asked by {askedBy}, confirmed by {carriedOutBy}',
  'results.earlier.reason': 'Reason: {reason}',
  'results.earlier.remark': 'Remark on confirming: {remark}',
  'results.earlier.uncounted': 'It had not been counted yet.',
  'results.earlier.col.item': 'Item',
  'results.earlier.col.score': 'Score',
  'results.earlier.col.computed': 'Computed',
  'results.earlier.col.ruling': 'Ruling',
};
export default words;
