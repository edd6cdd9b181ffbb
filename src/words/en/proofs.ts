const words = {
  'proof.title': 'Please confirm who you are',
  'proof.what':
    'This step affects many people and asks for a confirmation not older than {minutes} minutes. Yours is older.',
  'proof.kept': 'All that you filled in has been kept and is sent as soon as you have confirmed.',
  'proof.password': 'Password',
  'proof.code': 'The six digits from the mail',
  'proof.act': 'Confirm and go on',
  'proof.send': 'Mail a code to me',
  'proof.sendAgain': 'Mail a code again',
  'proof.demo': 'I am this demo person, go on',
  'proof.sent':
    'A code has been mailed to {email}; it is good for 15 minutes. No second one is mailed within a minute.',
  'proof.error.password': 'That is not the password. Please try again.',
  'proof.error.code': 'The code is wrong or too old. Please check it, or have another one mailed.',
  'proof.mail.subject': 'Code to confirm who you are',
  'proof.mail.heading': 'Dear {name},',
  'proof.mail.what':
    'Somebody signed in as you is about to do something that asks again who they are. Please type the code below into that page.',
  'proof.mail.other':
    'If that is not you, please tell the administrator at once and end your other sessions.',
  'proof.mail.code': 'Code (good for 15 minutes)',
  'freshProof.title': 'Confirming who you are before weighty acts',
  'freshProof.intro':
    'Before a round is closed, voided or reopened, before the leading group decides otherwise, and before people or their roles are added or changed, a confirmation not older than this is asked for. Whoever has just signed in is not asked. The preset is 5 minutes.',
  'freshProof.minutes': 'A confirmation is good for',
  'freshProof.unit': 'minutes',
};
export default words;
