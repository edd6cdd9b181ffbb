import type zh from '../zh-CN/disclosures';

const words: Record<keyof typeof zh, string> = {
  'menu.disclosures': 'Personal data requests',
  'disclosures.title': 'Personal data requests',
  'disclosures.intro':
    'Tells one person, on request, what is stored about them. The grounds are recorded first, then it is shown.',
  'disclosures.open': 'Whoever recorded it may look, print and export for {n} hours; each time is on record.',
  'disclosures.list': 'Handled so far',
  'disclosures.none.title': 'None handled yet',
  'disclosures.none.text': 'Record one below when somebody asks in writing, or an authority asks by law.',
  'disclosures.new': 'Record a request',
  'disclosures.newNote':
    'The act goes into the ledger (without names or numbers) and into the access log. Check who is asking before you record it.',
  'disclosures.submit': 'Record and look',
  'disclosures.who': 'About whom',
  'disclosures.whoHint': 'The account; of somebody without one the name, mobile or mail exactly as stored.',
  'disclosures.basis': 'Grounds',
  'disclosures.basis.ownRequest': 'Own request',
  'disclosures.basis.authority': 'Request of an authority',
  'disclosures.basis.inquiry': 'Inquiry into a complaint',
  'disclosures.basisLine': '{basis}, {no}',
  'disclosures.madeLine': 'Recorded by {by}, {at}',
  'disclosures.documentNo': 'Number of the application or letter',
  'disclosures.documentNoHint': 'Of the paper that is kept on file.',
  'disclosures.reason': 'Reason',
  'disclosures.col.about': 'About',
  'disclosures.col.made': 'Recorded',
  'disclosures.aboutContact': 'Somebody without an account',
  'disclosures.error.who': 'Enter an account, or a name, mobile or mail address of 2 to 120 characters.',
  'disclosures.error.basis': 'Choose the grounds.',
  'disclosures.error.documentNo': 'Enter the number of the application or letter, 2 to 80 characters.',
  'disclosures.error.reason': 'State the reason in 2 to 200 characters.',
  'disclosures.show.title': 'Personal data of {about}',
  'disclosures.show.left':
    'Passwords, links and codes are stored as digests and left out. What was voted or raised as a veto is exported for nobody; the person can check it with the receipt.',
  'disclosures.show.others':
    'Other people in the same record are shown as “another”. Kinds that are not listed hold nothing.',
  'disclosures.show.correct':
    'Mistakes in an account are corrected by the administrator, contacts of a lead by its scout; sealed records by a further record.',
  'disclosures.show.empty': 'Nothing is stored that matches.',
  'disclosures.count': '{n, plural, one {# record} other {# records}}',
  'disclosures.countMore': 'The first {n} only; ask for the rest by period',
  'disclosures.self': 'self',
  'disclosures.another': 'another',
  'disclosures.file': 'Personal data',
};
export default words;
