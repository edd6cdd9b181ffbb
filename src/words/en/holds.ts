import type zh from '../zh-CN/holds';

const words: Record<keyof typeof zh, string> = {
  'menu.retention': 'Erasure',
  'holds.title': 'Erasure and holds',
  'holds.intro':
    'Contacts and referrers of leads that were turned away, rejected or withdrawn {n} months ago are erased by themselves; what was judged stays.',
  'holds.list': 'Leads held back',
  'holds.number': 'Lead number',
  'holds.reason': 'Reason',
  'holds.new': 'Hold a lead back',
  'holds.set': 'Hold back',
  'holds.set.done': '{number} is held back and will not be erased until the hold is lifted.',
  'holds.lift': 'Lift the hold',
  'holds.lift.done': 'Lifted; what is due will be erased.',
  'holds.line.set': 'Set by {who}, {at}',
  'holds.line.lifted': 'lifted by {who}, {at}: {reason}',
  'holds.none.title': 'No lead is held back',
  'holds.none.text': 'Where there is a dispute or an inquiry, please set a hold below.',
  'holds.runs': 'What was erased',
  'holds.runs.none': 'Nothing was erased so far.',
  'holds.run':
    'People of {leads, plural, one {# lead} other {# leads}} ({revisions, plural, one {# revision} other {# revisions}}), {copies, plural, one {# imported row} other {# imported rows}} and {accessRecords, plural, one {# access record} other {# access records}} erased; {heldBack} held back',
  'holds.error.number': 'Please give the number of a lead, such as L-2026-00017.',
  'holds.error.reason': 'Please give the reason in 2 to 200 characters.',
  'refusal.holdLeadUnknown': 'No lead has this number.',
  'refusal.holdErased': 'The people of this lead have been erased already.',
  'refusal.holdStands': 'This lead is held back already.',
  'refusal.holdLifted': 'This hold has been lifted already.',
  'ledger.kind.lead.people': 'Contact entered',
  'ledger.kind.lead.peopleErased': 'Contact erased',
  'ledger.kind.lead.revisionResealed': 'Revision sealed anew',
  'ledger.kind.hold.set': 'Held back from erasure',
  'ledger.kind.hold.lifted': 'Hold lifted',
};

export default words;
