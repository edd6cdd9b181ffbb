import type zh from '../zh-CN/rubric-refusals';

const words: Record<keyof typeof zh, string> = {
  'refusal.versionFrozen':
    'Version {version} is published and stays as it is; draft a new version for a change.',
  'refusal.versionNotPublished': 'Version {version} is not in use and cannot be retired.',
  'refusal.draftBaseUnknown': 'Please choose a published version to begin from.',
  'refusal.draftExists': 'This rubric has a draft already: go on with it, or throw it away first.',
  'refusal.draftChanged': 'The draft was changed after you looked; nothing was published. Please look again.',
  'refusal.partChanged':
    'Somebody else saved this after you opened it; nothing was saved. What you typed is here: save again to put it in place of theirs.',
  'refusal.tooManyParts': '{most} at the most.',
  'refusal.rubricEmpty': 'There is no criterion yet.',
  'refusal.scaleUnusable': 'Scores must be whole numbers from 0 to 5.',
  'refusal.rubricNameMissing': 'The rubric needs a name in both languages.',
  'refusal.rubricNameTooLong':
    'The name is too long: at most {zh} characters in Chinese and {en} in English.',
  'refusal.weightsNotFull': 'The weights sum to {sum}; they must sum to {full}.',
  'refusal.criterionRepeated': 'The code “{criterion}” is used more than once.',
  'refusal.vetoGroundRepeated': 'The veto code “{ground}” is used more than once.',
  'refusal.criterionCodeUnusable':
    'The code of “{criterion}” must begin with a small letter and have 2 to 40 letters and digits.',
  'refusal.criterionNameMissing': '“{criterion}” needs a name in both languages.',
  'refusal.criterionTextTooLong':
    'A text of “{criterion}” is too long: names at most 60 characters in Chinese and 120 in English, meanings of scores at most 400.',
  'refusal.weightNotWhole': 'The weight of “{criterion}” must be a whole number from 1 to 100.',
  'refusal.criterionWithoutKind': 'Nobody scores “{criterion}”: choose at least one kind of seat.',
  'refusal.kindsUnusable': 'The kinds that score “{criterion}” cannot be used.',
  'refusal.anchorMissing': '“{criterion}” must say in both languages what 0, 3 and 5 mean.',
  'refusal.reasonScoresOutsideScale': '“{criterion}” asks for reasons for scores outside 0 to 5.',
  'refusal.formulaInputUnknown': '“{criterion}” scores itself from the form: choose the figure.',
  'refusal.formulaFigureUnreadable':
    'The values of “{criterion}” must be numbers from 0 up with at most four decimals.',
  'refusal.formulaWithoutSteps': '“{criterion}” is scored by steps: give at least one.',
  'refusal.formulaVariantAlone':
    '“{criterion}” is scored by hand: without a first formula there is no second one.',
  'refusal.formulaConditionUnknown': 'The second formula of “{criterion}” has no such condition.',
  'refusal.formulaTooMany': '“{criterion}” may have {most} further formula at the most.',
  'refusal.formulaTurned':
    'The values of “{criterion}” run against its direction: a better figure must get a higher score.',
  'refusal.stepScoreOutsideScale': 'The steps of “{criterion}” must be scores from 1 to 5.',
  'refusal.stepScoreRepeated': 'Two steps of “{criterion}” have the same score.',
  'refusal.groundCodeUnusable':
    'The code of the ground “{ground}” must be a capital letter and two or three digits, such as V13.',
  'refusal.groundTextMissing': 'The ground “{ground}” needs its name and basis in both languages.',
  'refusal.groundTextTooLong':
    'The name or basis of the ground “{ground}” is too long: at most 400 characters each.',
  'refusal.groundWithoutRaiser': 'Nobody may raise the ground “{ground}”.',
  'refusal.groundWithoutConfirmer': 'The ground “{ground}” is confirmed by seats: choose which.',
};

export default words;
