/** The kinds of a round's mails. Those that make no sense once it has ended are taken back if they have not left. */
export const roundMails = {
  invitation: 'round.invitation',
  reminder: 'round.reminder',
  extended: 'round.extended',
  cancelled: 'round.cancelled',
  reopened: 'round.reopened',
  voided: 'round.voided',
  handedOver: 'round.handedOver',
  takenOver: 'round.takenOver',
  allVoted: 'round.allVoted',
  locked: 'round.locked',
  second: 'round.secondPerson',
} as const;

export const obsoleteOnceEnded: readonly string[] = [
  roundMails.invitation,
  roundMails.reminder,
  roundMails.extended,
  roundMails.reopened,
  roundMails.takenOver,
  roundMails.allVoted,
];
