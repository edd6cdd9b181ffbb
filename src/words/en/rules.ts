import type zh from '../zh-CN/rules';

const words: Record<keyof typeof zh, string> = {
  'rules.eligible': 'Eligible are the seats of the round, less those recused from the item.',
  'rules.quorumShare': 'A quorum needs ballots from at least {num}/{den} of the eligible seats.',
  'rules.quorumKind': '{kind}: at least {count, plural, one {# ballot} other {# ballots}}.',
  'rules.mandatory':
    'Where the round has a seat for {functions}, such a seat has to cast, unless all of them are recused.',
  'rules.trim':
    'A criterion with {from} scores or more drops its {highest} highest and {lowest} lowest and takes the mean of the rest.',
  'rules.plainMean':
    'With fewer than {from} scores the plain mean counts; without any score the item is incomplete.',
  'rules.total':
    'The total is the sum of weight × mean ÷ 5, worked out in exact fractions and shown to two decimals, half up.',
  'rules.passMark': 'Admission needs a total of at least {mark}.',
  'rules.floor': 'A total below {mark} is a rejection.',
  'rules.agreeShare':
    'Admission needs {num}/{den} of the ballots cast to agree; abstentions count in the base.',
  'rules.abstention':
    'An abstention needs a reason; {flagAfter} in a row by one seat are shown to the secretariat.',
  'rules.agreeFloor': 'Less than {num}/{den} of the ballots cast agreeing is a rejection.',
  'rules.vetoConfirmed': 'A confirmed veto is a rejection.',
  'rules.vetoUnresolved': 'With a veto raised and not confirmed by closing, the best outcome is: {rulings}.',
  'rules.consult': 'A consultation, to be held within {workdays} workdays.',
  'rules.resubmit':
    'Resubmission, with the material handed in within {workdays} workdays, {most, plural, =1 {once} other {# times}} at most.',
  'rules.defer': 'A deferral, which lapses after {months} months.',
  'rules.condition':
    'A condition of admission that is missed is a warning at once; after {days} days the item returns to the panel.',
  'rules.override':
    'Only the leading group can override an outcome, with document number, reason and file; the computed one stays visible.',
  'rules.outlier':
    'A score {distance} or more away from its criterion’s mean is listed for the chair after closing; it changes nothing.',
  'rules.secrecy': 'Nobody sees scores or totals before closing; the secretariat sees only who has cast.',
  'rules.change': 'A ballot may be replaced until closing; every version is kept.',
  'rules.extension':
    'Without a quorum at the deadline a round may be extended {most, plural, one {once} other {# times}}, by at most {workdays} workdays; after that the item is void and opened anew.',
  'rules.letter':
    'The scout is answered within {workdays, plural, one {# workday} other {# workdays}} of closing.',
  'rules.ruling.consult': 'consultation',
  'rules.ruling.resubmit': 'resubmission',
  'rules.ruling.defer': 'deferral',
  'rules.chapter.round': 'The round',
  'rules.chapter.quorum': 'Quorum',
  'rules.chapter.score': 'Scores',
  'rules.chapter.vote': 'Votes',
  'rules.chapter.veto': 'Vetoes',
  'rules.chapter.chair': 'In between, the chair rules',
  'rules.chapter.after': 'After the decision',
  'rules.chapter.record': 'Secrecy and record',
  'rules.roundSize': 'A round holds {fewestLeads} to {mostLeads} leads.',
  'rules.terms':
    'A lead is answered within {answer} workdays and checked within {intake} ({large} where large or special); a round is open for {open} workdays.',
  'rules.reminders':
    'Seats that have not cast are reminded {hours} before the deadline, only between {from} and {to} Beijing time.',
  'rules.reminders.hours': '{n, plural, one {# hour} other {# hours}}',
  'rules.reminders.days': '{n, plural, one {# day} other {# days}}',
  'rules.remindersNone': 'Nobody is reminded by the program; the secretariat reminds by hand.',
  'rules.closingByPerson': 'Voting ends at the deadline; the secretariat has the votes counted.',
  'rules.closingByClock':
    'Voting ends at the deadline. Where every item has its quorum and no veto awaits confirmation, the votes are counted at once; else the secretariat takes over.',
  'rules.extensionNone':
    'Without a quorum at the deadline there is no extension: the item is void and opened again.',
  'rules.meanOnly':
    'A criterion takes the plain mean of its scores; without any score the item is incomplete.',
  'rules.advice':
    'The total advises: it neither admits nor rejects, and an item with an unscored criterion is still decided by its votes and vetoes.',
  'rules.abstentionPlain': 'An abstention needs a reason.',
  'rules.vetoToChair':
    'A confirmed veto rules out admission and leaves the item to the chair ({rulings}), unless score or votes reject it.',
  'rules.conditionNone': 'Nothing is admitted on conditions.',
  'rules.secondLook': 'Criteria on which opinions differ widely may be put to the vote a second time.',
  'rules.secondLookNone': 'No criterion is put to the vote a second time.',
};
export default words;
