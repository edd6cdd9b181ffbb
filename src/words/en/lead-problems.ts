import type zh from '../zh-CN/lead-problems';

const words: Record<keyof typeof zh, string> = {
  'lead.problem.required': 'Not filled in. Please fill it in.',
  'lead.problem.requiredChoice': 'Nothing chosen. Please choose one.',
  'lead.problem.usccMissing':
    'Not filled in. Mainland companies and institutes need the 18-symbol code; if the company does not exist yet, choose “Founding team”.',
  'lead.problem.usccReasonMissing': 'No credit code. Please give the reason, or the code.',
  'lead.problem.foreignMissing':
    'Not filled in. Companies from abroad, Hong Kong, Macao and Taiwan give registration number and country or region.',
  'lead.problem.fxMissing':
    'Not filled in. Foreign money needs amount, rate and date of the rate; for yuan, change the currency to CNY.',
  'lead.problem.energyMissing':
    'Not filled in. Manufacturing and technology projects give energy and electricity; enter 0 if none.',
  'lead.problem.siteMissing':
    'Neither land nor leased area. Please give one, or the reason why neither is needed.',
  'lead.problem.wrongShape': 'This entry could not be read and was not kept. Please fill it in again.',
  'lead.problem.tooLong': 'Too long, not kept. Please stay within {max, number} symbols.',
  'lead.problem.controlSymbols':
    'Contains invisible control symbols, not kept. Please remove them and type it again rather than paste it.',
  'lead.problem.tooMany': '{count, number} entries, at most {max, number}. Please remove some.',
  'lead.problem.tooManyDecimals': 'Too many decimals, at most {places, number}. Please round it.',
  'lead.problem.amountFiner':
    'Converted it is {exact}, but only {places} decimals are kept here. Did you mean {meant}?',
  'lead.problem.notNumber':
    'This number could not be read. Enter a number such as 52000, or one with its unit such as 5.2亿 or 3万平方米.',
  'lead.problem.notCount': 'Not a whole number. Please enter 0 or more, without a unit.',
  'lead.problem.notYear': 'Not a year. Please enter four digits from {min} to {max}.',
  'lead.problem.notMonth': 'Not a month. Please write it as 2026-09.',
  'lead.problem.notDay': 'Not a date, or no such day. Please write it as 2026-03-05.',
  'lead.problem.notYesNo': 'Please choose yes or no.',
  'lead.problem.notInList': 'Not one of the choices. Please choose again.',
  'lead.problem.classifiedMark':
    'Bears a secrecy mark, not kept. Classified content must not be entered here: please remove it and report to your security officer.',
  'lead.problem.identityNumber':
    'This looks like an identity number. None are collected here; if it is one, please remove it.',
  'lead.problem.textTooShort': '{count, number} symbols, at least {min, number} needed. Please write more.',
  'lead.problem.textTooLong': '{count, number} symbols, at most {max, number}. Please shorten it.',
  'lead.problem.negative': '{value} is below 0. Please enter 0 or more.',
  'lead.problem.amountTooLarge': 'Above {max} (×10k yuan). Please check that the unit is ×10k yuan.',
  'lead.problem.amountZero': 'Cannot be 0. Please enter the actual amount.',
  'lead.problem.rateZero': 'The rate cannot be 0. Please enter yuan for one unit of the currency.',
  'lead.problem.formulaPrefix':
    'A name cannot begin with “{symbol}”. Please remove it and give the full name on the licence.',
  'lead.problem.markup':
    'Contains web page code. Please remove the angle brackets and what is in them, and write text only.',
  'lead.problem.tooFewLetters': 'No readable text. Please write at least 2 letters or characters.',
  'lead.problem.placeholderName':
    'The name is a stand-in (某, XX). Please give the full name; to keep it confidential choose “Restricted”.',
  'lead.problem.existingFirm':
    'Projects of firms already in the city may be out of scope; the secretariat decides.',
  'lead.problem.relocationInsideCity':
    'Moves within the city are usually out of scope; the secretariat decides.',
  'lead.problem.usccLength':
    'Must have 18 symbols, has {length, number}. Please compare with the certificate.',
  'lead.problem.usccAlphabet':
    'Symbol {position, number}, “{symbols}”, never occurs in a code (I, O, S, V, Z are not used). Please check for the digits 1, 0, 5 or 2.',
  'lead.problem.usccRegionDigits':
    'Symbols 3 to 8, “{region}”, must be a region code of six digits. Please compare with the certificate.',
  'lead.problem.usccProvince':
    'Symbols 3 and 4, “{prefix}”, are not the code of any province. Please compare with the certificate.',
  'lead.problem.usccOrganisation':
    'Symbols 9 to 17, “{organisation}”, fail their check: one was copied wrong. Please compare with the certificate.',
  'lead.problem.usccFinal':
    'Symbol 18 should be “{expected}”, is “{typed}”. Please compare with the certificate; if it really reads so, tick “The certificate reads so: an old code” and submit.',
  'lead.problem.usccLegacyMarked':
    'Symbol 18 should be “{expected}”, the certificate has “{typed}”: submitted as an old code for the secretariat to decide.',
  'lead.problem.usccRegionUnknown':
    'Region {region} is not in the current list, it may be abolished. Please check; you may submit.',
  'lead.problem.regionDigits':
    'Must be a region code of six digits, such as 320506. Leave it blank if unsure.',
  'lead.problem.regionUnknown': 'Region {region} is not in the current list. Please check; you may submit.',
  'lead.problem.regionDiffers':
    'Region {region} differs from {inCode} in the credit code. If the company moved, please say so.',
  'lead.problem.countryUnknown': 'No such country or region code. Please choose from the list.',
  'lead.problem.countryNotHkMoTw': 'Please choose Hong Kong, Macao or Taiwan for this kind of investor.',
  'lead.problem.countryNotForeign':
    'Please choose the foreign country; for Hong Kong, Macao and Taiwan change the kind of investor.',
  'lead.problem.honourUnverified':
    '{count, number} lack year or certificate and will be printed as unverified.',
  'lead.problem.taxOverRevenue': 'Tax {tax} is above revenue {revenue} (×10k yuan). Please check the units.',
  'lead.problem.notProvided': 'Not filled in. You may submit; the panel will see “not provided”.',
  'lead.problem.dateInFuture': 'The date lies after today. Please enter the day it happened.',
  'lead.problem.creditCheckOld':
    'The check is {age, number} days old; after {days, number} days it must be repeated.',
  'lead.problem.industryUnknown':
    '“{code}” is not a class of GB/T 4754-2017. Please enter a letter and four digits, such as C3670; you can search by name.',
  'lead.problem.currencyUnknown': 'No such currency code. Please enter three letters, such as USD.',
  'lead.problem.fxNotNeeded':
    'The currency is yuan, so amount and rate have no effect. Change the currency if it is foreign money.',
  'lead.problem.conversionDiffers':
    'Amount and rate make {converted}, you entered {typed} (×10k yuan). Please correct one, or leave the total blank to have it converted.',
  'lead.problem.amountLooksLikeYuan':
    '{typed} (×10k yuan) is above the limit. Was it entered in yuan? Then it should be {meant} ({yi} ×100m yuan).',
  'lead.problem.amountLooksLikeYi':
    '{typed} (×10k yuan) on {landMu} mu is only {perMu} per mu. Did you mean {meant} ({yi} ×100m yuan)?',
  'lead.problem.amountTooSmallForLand':
    '{typed} (×10k yuan) on {landMu} mu is only {perMu} per mu. Please check the units of both.',
  'lead.problem.amountSmall': '{typed} is below {low} (×10k yuan). Please check the unit; you may submit.',
  'lead.problem.amountLarge':
    '{typed} (×10k yuan) is {yi} ×100m yuan. Please check the unit; you may submit.',
  'lead.problem.fixedOverTotal':
    '{part} is above the total investment {whole} (×10k yuan). Please lower it, or correct the total first.',
  'lead.problem.equipmentOverFixed':
    '{part} is above the fixed-asset investment {whole} (×10k yuan). Please lower it, or correct the fixed assets first.',
  'lead.problem.taxOverOutput':
    '{part} is above the annual output {whole} (×10k yuan). Please check the units.',
  'lead.problem.taxShareHigh': '{percent}% of output, more than usual. Please check; you may submit.',
  'lead.problem.skilledOverJobs':
    '{part, number} skilled jobs among {whole, number} jobs. Please correct it.',
  'lead.problem.sharesSum': 'Together {sum}%, must be 100%. Please adjust.',
  'lead.problem.startInPast':
    'Before the month of submission ({month}). Works already begun are not pre-reviewed; otherwise please enter a month to come.',
  'lead.problem.productionBeforeStart':
    'Must be after the start of works ({start}). Please correct one of them.',
  'lead.problem.fullYearBeforeProduction': 'Before production starts in {year}. Please correct one of them.',
  'lead.problem.fairCompetition':
    'Concerns tax returns or cash rewards: needs a fair-competition check before any answer.',
  'lead.problem.landUseNone':
    'Land is given but its use is “no land”. Please choose a use, or set the land to 0.',
  'lead.problem.residential': 'Residential land may be a ground for veto; the secretariat checks first.',
  'lead.problem.landLooksLikeSqm':
    '{typed} mu is a lot. Was it entered in square metres? Then it is about {meant} mu. You may submit.',
  'lead.problem.landLooksLarge':
    'Only {perMu} (×10k yuan) of fixed assets per mu. Is the land in square metres, or the investment too small? You may submit.',
  'lead.problem.taxPerMuHigh':
    'Tax of {perMu} (×10k yuan) per mu. Is the tax in yuan, or the land too small? You may submit.',
  'lead.problem.landLooksSmall':
    'Investment would be {perMu} (×10k yuan) per mu. Did you mean {meant} mu? You may submit as it is.',
  'lead.problem.energyUnderElectricity':
    'Electricity of {electricity} (×10k kWh) alone is {tce} tce, above the energy entered. Please check; you may submit.',
  'lead.problem.energyReviewNeeded': 'Reaches the line of the energy review; marked.',
  'lead.problem.energyProvincial': '{tce} tce: a provincial energy review is needed; marked.',
  'lead.problem.pueRange': 'Must be from 1 to 3, such as 1.22.',
  'lead.problem.hostUnknown': '“{code}” is not a registered park. Please choose from the list.',
  'lead.problem.hostTwice': 'The same park twice. Please remove one.',
  'lead.problem.adjustableAssumedNo': 'Nothing chosen, taken as no.',
  'lead.problem.chemicalOutsidePark':
    'Hazardous process and no chosen park is a chemical park: it may be vetoed. Please choose a chemical park, or let the secretariat arrange a transfer.',
  'lead.problem.hostNotChemical':
    'Hazardous process: only the chemical park among the chosen ones can host it.',
  'lead.problem.coScoutIsScout':
    'You are the reporting scout and cannot be a co-scout as well. Please remove this line.',
  'lead.problem.coScoutTwice': 'The same account twice. Please make it one line.',
  'lead.problem.accountUnknown': 'No account “{account}”. Please check.',
  'lead.problem.shareZero': 'A share cannot be 0. Please enter a percentage, or remove the line.',
  'lead.problem.coScoutShares':
    'Co-scouts hold {sum}%; the reporting scout must keep a share. Please stay below 100%.',
  'lead.problem.mobileFormat':
    'Not a valid number. Mobile: 11 digits beginning with 1; landline with area code; abroad with + and country code.',
  'lead.problem.emailFormat': 'Not a valid address. Please write it as name@domain, or leave it blank.',
  'lead.problem.noticeMissing': 'Please tell the contact what the personal data are for, then tick this.',
  'lead.problem.referrerUnrewarded':
    'Civil servants, staff of state units, the investor and its interested parties cannot be rewarded.',
  'lead.problem.referrerConflict':
    'The referrer has declared an interest; the secretariat decides on any reward.',
  'lead.problem.firstContactEvidence':
    'First contact {ago, number} days ago; beyond {days, number} days evidence is needed. Without it the first report counts from submission.',
  'lead.problem.sameChannel': 'The same as the first source. Please choose another or leave it blank.',
  'lead.problem.businessPlanMissing': 'No business plan. You may submit; it is needed before the vote opens.',

  'refusal.leadNotFound': 'There is no such lead, or it is not open to you. Please check the number.',
  'refusal.notYourLead': 'This lead is handled by the scout who reported it. Please contact that scout.',
  'refusal.notYourRole':
    'This act belongs to another role. If you need it done, please contact the secretariat.',
  'refusal.reasonMissing': 'No reason given. Please give the reason first.',
  'refusal.mergeTargetMissing': 'No lead named to merge into. Please choose the one that stays.',
  'refusal.leadNotEditable':
    'The lead is submitted and cannot be changed now. If it must be, please ask the secretariat to return it.',
  'refusal.notYourHost': 'Only the staff of that park may answer.',
  'refusal.hostNotIntended': 'That park is not among the preferred parks of this lead.',
  'refusal.hostAnswerTooLate': 'A host answers after intake and before the vote opens; now it cannot.',
};
export default words;
