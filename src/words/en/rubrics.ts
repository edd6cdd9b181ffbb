import type zh from '../zh-CN/rubrics';

const words: Record<keyof typeof zh, string> = {
  'rubrics.crumb.desk': 'Desk',
  'rubrics.list.title': 'Rubrics and rules',
  'rubrics.list.meta': 'A published version never changes; a round keeps the versions it was opened with',
  'rubrics.list.heading': 'Rubrics',
  'rubrics.list.count': '{n} in all',
  'rubrics.show.meta': '{n, plural, one {# version} other {# versions}}',
  'rubrics.show.heading': 'Versions',
  'rubrics.empty.title': 'No rubrics yet',
  'rubrics.empty.text':
    'The first start publishes the rubrics for manufacturing, technology and services, and rules R1.',
  'rubrics.for.manufacturing': 'For manufacturing leads',
  'rubrics.for.tech': 'For technology and platform leads',
  'rubrics.for.service': 'For service, culture and tourism leads',
  'rubrics.version': 'Version {n}',
  'rubrics.version.criteria': '{n} criteria, weights sum to 100',
  'rubrics.version.frozen': 'Frozen, never changed again',
  'rubrics.version.digest': 'Digest {digest}',
  'rubrics.published': 'Published {at} by {by}',
  'rubrics.notPublished': 'Not published',
  'rubrics.state.draft': 'Draft',
  'rubrics.state.published': 'Published',
  'rubrics.state.retired': 'Retired',
  'rubrics.col.name': 'Rubric',
  'rubrics.col.version': 'Version',
  'rubrics.col.state': 'State',
  'rubrics.col.published': 'Published',
  'rubrics.col.criterion': 'Criterion',
  'rubrics.col.weight': 'Weight',
  'rubrics.col.kinds': 'Scored by',
  'rubrics.col.anchor0': '0 points',
  'rubrics.col.anchor3': '3 points',
  'rubrics.col.anchor5': '5 points',
  'rubrics.col.code': 'Code',
  'rubrics.col.ground': 'Ground',
  'rubrics.col.raisedBy': 'Raised by',
  'rubrics.col.confirmedBy': 'Confirmed by',
  'rubrics.anchor.short': '{score}',
  'rubrics.criteria.heading': 'Criteria',
  'rubrics.criteria.note':
    'Whole scores from 0 to 5; 0, 1 and 5 need a reason; each criterion is scored only by the kinds named',
  'rubrics.veto.heading': 'Veto grounds',
  'rubrics.veto.note': 'Whoever raises one states the basis in force; it counts once confirmed',
  'rubrics.veto.anyKind': 'Any seat',
  'rubrics.veto.or': ' or ',
  'rubrics.veto.by.secretariat': 'Secretariat, with the record',
  'rubrics.veto.by.leadingGroup': 'Leading group (outside this system)',
  'rubrics.rules.meta': 'Version {n}, published {at}, digest {digest}',
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
  'rules.consult': 'In between, the chair may call a consultation, to be held within {workdays} workdays.',
  'rules.resubmit':
    'Or ask for resubmission with material within {workdays} workdays, at most {most, plural, one {once} other {# times}}.',
  'rules.defer': 'Or defer the lead, which lapses after {months} months.',
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
};
export default words;
