import type zh from '../zh-CN/voting-links';

const words: Record<keyof typeof zh, string> = {
  'rounds.link.machineOnly': 'Fetched by machines only',
  'rounds.link.withdrawn': 'Withdrawn',
  'rounds.history.withdrawLink': '{by} withdrew the link of {seat}',
  'votingLinks.note.machineOnly': 'Only a mail gateway or a preview fetched the page; nobody has entered',
  'votingLinks.note.withdrawn': 'The link is out of use; send another when the seat is to vote',
  'votingLinks.note.read': 'The page was read; the button has not been pressed',
  'votingLinks.todo.machineOnly':
    '{n, plural, one {# link was} other {# links were}} fetched by machines only; the holder may not have seen the mail',
  'votingLinks.todo.withdrawn':
    '{n, plural, one {# link is} other {# links are}} withdrawn, and no other was sent',
  'votingLinks.withdraw.act': 'Withdraw link',
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
  'ballots.link.voided.title': 'This vote was declared void',
  'ballots.link.voided.what':
    'Two people have declared round {round} void; its ballots stay on record and are not counted.',
  'ballots.link.voided.todo': 'Questions to: ',
  'ledger.kind.round.linkWithdrawn': 'Voting link withdrawn',
  'refusal.noLinkInUse': '{name} has no link in use, so there is nothing to withdraw.',
  'votingLinks.code.title': 'Vote with a short code',
  'votingLinks.code.what':
    'If the link in the mail does not open, enter the short code printed in it. It opens the same ballot.',
  'votingLinks.code.whom': 'Mailbox or unit of the seat',
  'votingLinks.code.whom.hint':
    'The address that the mail was sent to, or the unit named beside “Seat” in it.',
  'votingLinks.code.code': 'Short code',
  'votingLinks.code.code.hint': '8 symbols, such as 7F3C-0KQA; capitals and the hyphen do not matter.',
  'votingLinks.code.note':
    'Opening this page casts no vote. Inside, each item has to be chosen and sent by you.',
  'votingLinks.code.wrong':
    'Mailbox (or seat) and code do not belong together. Look at the latest mail: a new link makes the old code void.',
  'votingLinks.code.locked':
    'Too many wrong codes: none is taken for 15 minutes. The link in the mail still works; if it is urgent, ask the secretariat.',
  'votingLinks.step.title': 'Enter the code from your mail',
  'votingLinks.step.what':
    'Round {round} ({unit}) checks once more who you are: a code of 6 digits was mailed to the enrolled mailbox {mail}.',
  'votingLinks.step.code': 'Code',
  'votingLinks.step.code.hint': '6 digits, good for 10 minutes and 5 tries, in this browser only.',
  'votingLinks.step.another': 'Nothing came: send another',
  'votingLinks.step.again': 'Another code is on its way; use the one in the latest mail.',
  'votingLinks.step.wrong':
    'That is not the code; {left, plural, one {# try is} other {# tries are}} left. Look at the latest mail.',
  'votingLinks.step.expired': 'The code is older than 10 minutes. Ask for another.',
  'votingLinks.step.usedUp': 'Wrong five times: this code is void. Ask for another.',
  'votingLinks.step.note':
    'If that mailbox is not yours, stop here: the link is for the enrolled holder of the seat alone.',
  'votingLinks.step.gone.title': 'Nothing waits for a code here',
  'votingLinks.step.gone.what': 'This browser has asked for no code, or the code has been used.',
  'votingLinks.step.gone.todo': 'Enter again by the link in the mail, or by its short code.',
  'votingLinks.step.mail.subject': 'Code for voting: round {round}',
  'votingLinks.step.mail.what':
    'Somebody pressed your voting link of round {round}. If it was you, enter the code below on the page you came from.',
  'votingLinks.step.mail.other':
    'If it was not you, tell the code to nobody and ask the secretariat to withdraw the link.',
  'votingLinks.step.mail.code': 'Code',
  'votingLinks.step.mail.until': 'Good until',
  'refusal.tooManyStepCodes':
    'Five codes were mailed within {minutes} minutes. Try again later, or ask the secretariat.',
  'votingLinks.secondDevice.subject': 'Your voting link was used on another device: round {round}',
  'votingLinks.secondDevice.what':
    'Your voting link of round {round} has just opened the ballot on another device (or in another browser).',
  'votingLinks.secondDevice.own': 'If it was you, there is nothing to do.',
  'votingLinks.secondDevice.other':
    'If it was not you, ask {contact} at once to withdraw the link. Until the deadline you can vote again, and the last ballot counts; each ballot brings a receipt to this mailbox.',
  'votingLinks.secondDevice.at': 'When',
  'votingLinks.secondDevice.device': 'This time',
  'votingLinks.secondDevice.earlier': 'Before',
  'votingLinks.secondDevice.seat': 'Seat',
  'votingLinks.secretariat': 'the secretariat',
  'votingLinks.whom': '{unit}, {name} {mobile}',
  'votingLinks.note.devices': '{note}; used on {n} devices',
  'votingLinks.device': '{system}, {browser}',
  'votingLinks.system.ios': 'iPhone or iPad',
  'votingLinks.system.harmony': 'HarmonyOS device',
  'votingLinks.system.android': 'Android device',
  'votingLinks.system.windows': 'Windows computer',
  'votingLinks.system.mac': 'Mac',
  'votingLinks.system.linux': 'Linux computer',
  'votingLinks.system.other': 'another device',
  'votingLinks.browser.wechat': 'WeChat',
  'votingLinks.browser.dingtalk': 'DingTalk',
  'votingLinks.browser.qq': 'QQ',
  'votingLinks.browser.automatic': 'an automatic program',
  'votingLinks.browser.edge': 'Edge',
  'votingLinks.browser.firefox': 'Firefox',
  'votingLinks.browser.chrome': 'a Chrome-like browser',
  'votingLinks.browser.safari': 'Safari',
  'votingLinks.browser.other': 'another browser',
  'ledger.kind.ballotLink.secondDevice': 'Voting link used on another device',
  'votingLinks.panel.heading': 'Voting links',
  'votingLinks.panel.field': 'After the link is pressed',
  'votingLinks.panel.hint':
    'The code goes to the enrolled mailbox of the seat, is good for 10 minutes and 5 tries. Open rounds follow from the next entry on.',
  'votingLinks.panel.none': 'Straight to the ballot',
  'votingLinks.panel.mail': 'A code by mail first',
  'votingLinks.panel.act': 'Save',
  'votingLinks.panel.meta.none': 'Links open the ballot',
  'votingLinks.panel.meta.mail': 'Links ask for a code by mail',
  'votingLinks.panel.flash.none': 'Links now open the ballot straight away.',
  'votingLinks.panel.flash.mail': 'Links now ask for a code by mail.',
  'refusal.secondStepUnknown': 'Choose how one enters after the link is pressed.',
  'ledger.kind.panel.secondStepSet': 'Second step of voting links set',
};
export default words;
