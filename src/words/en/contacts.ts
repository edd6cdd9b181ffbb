import type zh from '../zh-CN/contacts';

const words: Record<keyof typeof zh, string> = {
  'contacts.title': 'Contact',
  'contacts.intro': 'Masked until you say what it is for; each look is recorded and the scout can read it.',
  'contacts.act.show': 'Show the contact',
  'contacts.act.views': 'Who saw the contact',
  'contacts.until': 'Shown until {at}, then masked again.',
  'contacts.erased': 'The contact was erased on {day}, when its time was over.',
  'contacts.form': 'Show it in full',
  'contacts.form.note':
    'It is shown for {n, plural, one {# minute} other {# minutes}}. Please do not forward or keep it elsewhere.',
  'contacts.form.submit': 'Record and show',
  'contacts.purpose': 'Purpose',
  'contacts.purpose.arrangeVisit': 'Arrange a visit or a talk',
  'contacts.purpose.askForMaterial': 'Ask for material',
  'contacts.purpose.verify': 'Check a fact',
  'contacts.purpose.deliverResult': 'Tell the result',
  'contacts.purpose.other': 'Something else',
  'contacts.text': 'In words',
  'contacts.text.hint': 'One sentence of 2 to 100 characters.',
  'contacts.why': '{purpose}: {text}',
  'contacts.views': 'Who was shown it',
  'contacts.views.none': 'Nobody so far.',
  'contacts.error.purpose': 'Please choose a purpose.',
  'contacts.error.text': 'Please say what it is for in 2 to 100 characters.',
  'contacts.watermark': '{name} {unit} {at}',
  'leads.restricted.name': 'an investor',
  'refusal.contactNotForYou': 'The contact of this lead is not yours to call.',
  'refusal.contactErased': 'The contact has been erased, its time was over.',
};

export default words;
