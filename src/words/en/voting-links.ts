import type zh from '../zh-CN/voting-links';

const words: Record<keyof typeof zh, string> = {
  'rounds.link.machineOnly': 'Fetched by machines only',
  'rounds.link.withdrawn': 'Withdrawn',
  'rounds.history.withdrawLink': '{by} withdrew the link of {seat}',
  'votingLinks.note.machineOnly': 'Only a mail gateway or a preview fetched the page; nobody has entered',
  'votingLinks.note.withdrawn': 'The link is out of use; send another when the seat is to vote',
  'votingLinks.note.read': 'The page was read; the button has not been pressed',
  'votingLinks.withdraw.act': 'Withdraw the link',
  'votingLinks.withdraw.confirm':
    'The link of {name}, its short code and the pages opened by it stop working at once, and no other is sent. Ballots cast stand. Withdraw it?',
  'votingLinks.flash.withdrawn':
    'The link of {name} is out of use. Ballots cast stand; a new link can be sent at any time.',
  'votingLinks.mail.byHand':
    'If the link does not open, type the address below into a browser and enter the address this mail was sent to (or the unit of the seat) and the short code {code}:',
  'ballots.link.withdrawn.title': 'This link is out of use',
  'ballots.link.withdrawn.what':
    'The secretariat has withdrawn your link to round {round} and sent no other. Ballots already cast stand.',
  'ballots.link.withdrawn.todo': 'If you still have to vote, ask: ',
  'ledger.kind.round.linkWithdrawn': 'Voting link withdrawn',
  'refusal.noLinkInUse': '{name} has no link in use, so there is nothing to withdraw.',
};
export default words;
