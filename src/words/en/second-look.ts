import type zh from '../zh-CN/second-look';

const words: Record<keyof typeof zh, string> = {
  'secondLook.choose': 'Ask only some criteria again',
  'secondLook.legend': 'Criteria to ask again',
  'secondLook.note':
    '{round} has judged this lead. What is ticked is scored anew in this round, the rest is counted with the marks of {round}. Votes and quorum are those of this round.',
  'secondLook.note.revised':
    '{round} has judged this lead, and it was changed since. What is ticked is scored anew in this round, the rest is counted with the marks of {round}; tick whatever the changes touch. Votes and quorum are those of this round.',
  'secondLook.criterion':
    '{name} ({mean, select, none {no mean} other {mean {mean}}}{state, select, disputed {, disputed} widest {, widest apart} unmarked {, without a mark: has to be asked} other {}})',
  'secondLook.item.planned': 'Asked again: {criteria}',
  'secondLook.ballot.again':
    'This lead was judged in {round} (revision {before}). Below is how revision {after} of this round differs; the outcome of then, and the marks on what is asked again, are not shown, so that they do not sway you.',
  'secondLook.ballot.title': 'Only some criteria are asked of this item',
  'secondLook.ballot.text':
    '{round} has judged this lead. This round asks only: {criteria}. The others are counted with the marks of then and not asked again.',
  'secondLook.ballot.carried': 'Criteria carried over from {round}',
  'secondLook.ballot.noneOwn': 'None of the criteria asked again is scored by your seat. Please only vote.',
  'secondLook.ballot.mean': 'Mean {mean}',
  'secondLook.ballot.na': 'Does not apply, not counted',
  'secondLook.ballot.single': '1 mark, not shown by itself',
  'secondLook.ballot.sub': '{n} marks, weight {weight}, {round}',
  'refusal.secondLookNotAllowed':
    'The rules chosen do not allow asking only some criteria again. Untick it, or choose other rules.',
  'refusal.secondLookWithoutFirst': '{lead} has no earlier result to carry over; ask all criteria.',
  'refusal.secondLookOtherRubric':
    '{lead} was judged in {round} under another version of the rubric, and its marks cannot be carried over. Choose that version, or ask all criteria.',
  'refusal.secondLookUnknownCriterion': 'A criterion ticked for {lead} is not in the rubric. Tick again.',
  'refusal.secondLookAsksNothing':
    'No criterion is ticked for {lead}. Tick one at least, or ask all criteria.',
  'refusal.secondLookWithoutMarks':
    '{count, plural, one {# criterion} other {# criteria}} of {lead} had no mark in {round} and cannot be carried over. Tick them too.',
  'ballots.problem.criterionNotAsked':
    '“{name}” is not asked again in this round, its earlier marks count; leave it out.',
};

export default words;
