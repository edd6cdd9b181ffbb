import type zh from '../zh-CN/reminders';

const words: Record<keyof typeof zh, string> = {
  'reminders.title': 'Remind: round {number}',
  'reminders.crumb': 'Remind',
  'reminders.heading': 'Who gets the reminder',
  'reminders.count': '{n} of {seats, plural, one {# seat} other {# seats}} not finished',
  'reminders.note':
    'Seats that have not finished are ticked, except those reminded within the last 4 hours. A person with several seats gets one mail; whoever has finished gets none.',
  'reminders.col.holder': 'Recipient',
  'reminders.col.waits': 'To vote on',
  'reminders.col.last': 'Last reminded',
  'reminders.col.last.short': 'Last',
  'reminders.col.holder.short': 'To',
  'reminders.waits': '{n} of {of, plural, one {# item} other {# items}}',
  'reminders.last': '{at}, {times, plural, one {once} other {# times}} in all',
  'reminders.never': 'Never',
  'reminders.next': 'Next automatic reminder: {at}',
  'reminders.next.none': 'No further automatic reminder before the deadline',
  'reminders.submit': 'Send the reminder',
  'reminders.why':
    'The mail names no project; links sent earlier go on working. It is checked again before sending: whoever has finished meanwhile gets none.',
  'reminders.noneChosen': 'Choose at least one seat.',
  'reminders.flash.some':
    'Reminder sent to {n, plural, one {# seat} other {# seats}}; {finished, plural, one {# needs} other {# need}} none and got none.',
  'reminders.history.due':
    '{by} reminded {seats, plural, one {# seat} other {# seats}} {hours, plural, one {# hour} other {# hours}} before the deadline',
  'reminders.mail.subject': '{n, plural, one {# item} other {# items}} to vote on: round {numbers}',
  'reminders.mail.what':
    'For {seats, plural, one {# seat} other {# seats}} of yours there {n, plural, one {is # item} other {are # items}} left to vote on, listed below by deadline. Links sent earlier go on working.',
  'reminders.mail.link':
    'Press the button of each seat; no sign-in is needed. You can come back and change until the deadline. The links are for you alone: please do not forward them.',
  'reminders.mail.part': '{unit}: {n, plural, one {# item} other {# items}} left',
  'reminders.entry.summary': 'Voting deadline: round {number}',
  'reminders.entry.text':
    'Seat: {unit}. Please finish voting in round {number} by then, through the link in your invitation. There is no link here, because others may see your calendar.',
  'reminders.entry.calledOff': 'Round {number} was called off; there is nothing left to vote on.',
  'reminders.entry.handedOver':
    'Your seat in round {number} ({unit}) was handed over; you have nothing left to vote on there.',
  'reminders.entry.note':
    'The attachment puts the deadline into your calendar; if it changes, an update follows.',
  'reminders.forecast.heading': 'Quorum forecast',
  'reminders.forecast.met': 'Every item has its quorum',
  'reminders.forecast.met.note': 'Ballots are still taken until the deadline.',
  'reminders.forecast.impossible': 'No quorum, even if every seat left were to vote',
  'reminders.forecast.impossible.note':
    'Too many seats are recused, or a kind has no seat left; consider a hand-over, an extension or another round.',
  'reminders.forecast.unknown': 'Votes are missing; {n, plural, one {# seat} other {# seats}} can still vote',
  'reminders.forecast.hardly': 'Less than 5% likely in time',
  'reminders.forecast.surely': 'More than 95% likely in time',
  'reminders.forecast.range': 'About {low}% to {high}% likely in time',
  'reminders.forecast.few':
    'Only {rounds, plural, one {# round} other {# rounds}} and {cases, plural, one {# case} other {# cases}} of this panel compare: too few to state a chance. Whom to call first follows from the rules alone.',
  'reminders.forecast.basis':
    'From {rounds, plural, one {# past round} other {# past rounds}} of this panel: of {cases, plural, one {# seat} other {# seats}} not done by the same time, {done} finished before the deadline. It looks at whether seats voted, never at what.',
  'reminders.forecast.calls': 'Call first',
  'reminders.forecast.call': '{unit} ({name})',
  'reminders.forecast.because.duty': 'a mandatory function; without it there is no quorum',
  'reminders.forecast.because.kind': 'its kind still lacks votes',
  'reminders.forecast.because.share': 'one more towards the number of votes',
  'reminders.forecast.standIn': '{why}; could be handed over to {alternate}',
  'refusal.chosenHaveVoted':
    'None of the chosen seats needs reminding: they have finished, or are not in this round. Refresh and choose again.',
};
export default words;
