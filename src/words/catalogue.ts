import zhAccessLog from './zh-CN/access-log';
import zhAdmin from './zh-CN/admin';
import zhAnswers from './zh-CN/answers';
import zhAssignments from './zh-CN/assignments';
import zhAfterClosing from './zh-CN/after-closing';
import zhBallots from './zh-CN/ballots';
import zhCage from './zh-CN/cage';
import zhContacts from './zh-CN/contacts';
import zhClaims from './zh-CN/claims';
import zhCampaigns from './zh-CN/campaigns';
import zhChainMaps from './zh-CN/chain-maps';
import zhChains from './zh-CN/chains';
import zhDesk from './zh-CN/desk';
import zhElements from './zh-CN/elements';
import zhErrors from './zh-CN/errors';
import zhFairCompetition from './zh-CN/fair-competition';
import zhDisclosures from './zh-CN/disclosures';
import zhStoredRecords from './zh-CN/stored-records';
import zhPostings from './zh-CN/postings';
import zhExchange from './zh-CN/exchange';
import zhListSheets from './zh-CN/list-sheets';
import zhFiles from './zh-CN/files';
import zhFit from './zh-CN/fit';
import zhFormats from './zh-CN/formats';
import zhFrame from './zh-CN/frame';
import zhHolds from './zh-CN/holds';
import zhHostConditions from './zh-CN/host-conditions';
import zhHostProfiles from './zh-CN/host-profiles';
import zhHosts from './zh-CN/hosts';
import zhInsight from './zh-CN/insight';
import zhIntake from './zh-CN/intake';
import zhIntakeChecks from './zh-CN/intake-checks';
import zhChairs from './zh-CN/chairs';
import zhInterests from './zh-CN/interests';
import zhLeadFields from './zh-CN/lead-fields';
import zhLeadOptions from './zh-CN/lead-options';
import zhLeadForm from './zh-CN/lead-form';
import zhLeadProblems from './zh-CN/lead-problems';
import zhLeads from './zh-CN/leads';
import zhLedger from './zh-CN/ledger';
import zhLookups from './zh-CN/lookups';
import zhMail from './zh-CN/mail';
import zhMinutes from './zh-CN/minutes';
import zhOps from './zh-CN/ops';
import zhPanelDraw from './zh-CN/panel-draw';
import zhPanelLimits from './zh-CN/panel-limits';
import zhPanels from './zh-CN/panels';
import zhPaperBallots from './zh-CN/paper-ballots';
import zhPapers from './zh-CN/papers';
import zhPeople from './zh-CN/people';
import zhPromises from './zh-CN/promises';
import zhProofs from './zh-CN/proofs';
import zhPledge from './zh-CN/pledge';
import zhQuestions from './zh-CN/questions';
import zhReminders from './zh-CN/reminders';
import zhResults from './zh-CN/results';
import zhRetention from './zh-CN/retention';
import zhRoundLife from './zh-CN/round-life';
import zhRounds from './zh-CN/rounds';
import zhRubricEditor from './zh-CN/rubric-editor';
import zhRubricFormulas from './zh-CN/rubric-formulas';
import zhRubricRefusals from './zh-CN/rubric-refusals';
import zhRubrics from './zh-CN/rubrics';
import zhRules from './zh-CN/rules';
import zhScope from './zh-CN/scope';
import zhSeats from './zh-CN/seats';
import zhSettings from './zh-CN/settings';
import zhSecondLook from './zh-CN/second-look';
import zhTrials from './zh-CN/trials';
import zhUnitLevels from './zh-CN/unit-levels';
import zhVotingLinks from './zh-CN/voting-links';
import zhVetoes from './zh-CN/vetoes';
import enAccessLog from './en/access-log';
import enAdmin from './en/admin';
import enAnswers from './en/answers';
import enAssignments from './en/assignments';
import enAfterClosing from './en/after-closing';
import enBallots from './en/ballots';
import enCage from './en/cage';
import enContacts from './en/contacts';
import enClaims from './en/claims';
import enCampaigns from './en/campaigns';
import enChainMaps from './en/chain-maps';
import enChains from './en/chains';
import enDesk from './en/desk';
import enElements from './en/elements';
import enErrors from './en/errors';
import enFairCompetition from './en/fair-competition';
import enDisclosures from './en/disclosures';
import enStoredRecords from './en/stored-records';
import enPostings from './en/postings';
import enExchange from './en/exchange';
import enListSheets from './en/list-sheets';
import enFiles from './en/files';
import enFit from './en/fit';
import enFormats from './en/formats';
import enFrame from './en/frame';
import enHolds from './en/holds';
import enHostConditions from './en/host-conditions';
import enHostProfiles from './en/host-profiles';
import enHosts from './en/hosts';
import enInsight from './en/insight';
import enIntake from './en/intake';
import enIntakeChecks from './en/intake-checks';
import enChairs from './en/chairs';
import enInterests from './en/interests';
import enLeadFields from './en/lead-fields';
import enLeadOptions from './en/lead-options';
import enLeadForm from './en/lead-form';
import enLeadProblems from './en/lead-problems';
import enLeads from './en/leads';
import enLedger from './en/ledger';
import enLookups from './en/lookups';
import enMail from './en/mail';
import enMinutes from './en/minutes';
import enOps from './en/ops';
import enPanelDraw from './en/panel-draw';
import enPanelLimits from './en/panel-limits';
import enPanels from './en/panels';
import enPaperBallots from './en/paper-ballots';
import enPapers from './en/papers';
import enPeople from './en/people';
import enPromises from './en/promises';
import enProofs from './en/proofs';
import enPledge from './en/pledge';
import enQuestions from './en/questions';
import enReminders from './en/reminders';
import enResults from './en/results';
import enRetention from './en/retention';
import enRoundLife from './en/round-life';
import enRounds from './en/rounds';
import enRubricEditor from './en/rubric-editor';
import enRubricFormulas from './en/rubric-formulas';
import enRubricRefusals from './en/rubric-refusals';
import enRubrics from './en/rubrics';
import enRules from './en/rules';
import enScope from './en/scope';
import enSeats from './en/seats';
import enSettings from './en/settings';
import enSecondLook from './en/second-look';
import enTrials from './en/trials';
import enUnitLevels from './en/unit-levels';
import enVotingLinks from './en/voting-links';
import enVetoes from './en/vetoes';

export type Locale = 'zh-CN' | 'en';
export const LOCALES: readonly Locale[] = ['zh-CN', 'en'];

/** Flat keys (`leads.list.title`) to ICU messages; one file per feature and language. */
export type Messages = Readonly<Record<string, string>>;
export type Catalogue = Readonly<Record<Locale, ReadonlyMap<string, string>>>;

/** One line per feature, in alphabetical order; the English file is typed by the keys of the Chinese one. */
const features: readonly (readonly [name: string, zh: Messages, en: Messages])[] = [
  ['access-log', zhAccessLog, enAccessLog],
  ['admin', zhAdmin, enAdmin],
  ['answers', zhAnswers, enAnswers],
  ['assignments', zhAssignments, enAssignments],
  ['after-closing', zhAfterClosing, enAfterClosing],
  ['ballots', zhBallots, enBallots],
  ['cage', zhCage, enCage],
  ['contacts', zhContacts, enContacts],
  ['claims', zhClaims, enClaims],
  ['campaigns', zhCampaigns, enCampaigns],
  ['chain-maps', zhChainMaps, enChainMaps],
  ['chains', zhChains, enChains],
  ['desk', zhDesk, enDesk],
  ['elements', zhElements, enElements],
  ['errors', zhErrors, enErrors],
  ['fair-competition', zhFairCompetition, enFairCompetition],
  ['exchange', zhExchange, enExchange],
  ['postings', zhPostings, enPostings],
  ['disclosures', zhDisclosures, enDisclosures],
  ['stored-records', zhStoredRecords, enStoredRecords],
  ['list-sheets', zhListSheets, enListSheets],
  ['files', zhFiles, enFiles],
  ['fit', zhFit, enFit],
  ['formats', zhFormats, enFormats],
  ['frame', zhFrame, enFrame],
  ['holds', zhHolds, enHolds],
  ['host-profiles', zhHostProfiles, enHostProfiles],
  ['hosts', zhHosts, enHosts],
  ['host-conditions', zhHostConditions, enHostConditions],
  ['unit-levels', zhUnitLevels, enUnitLevels],
  ['intake', zhIntake, enIntake],
  ['intake-checks', zhIntakeChecks, enIntakeChecks],
  ['questions', zhQuestions, enQuestions],
  ['insight', zhInsight, enInsight],
  ['chairs', zhChairs, enChairs],
  ['panelLimits', zhPanelLimits, enPanelLimits],
  ['interests', zhInterests, enInterests],
  ['lead-fields', zhLeadFields, enLeadFields],
  ['lead-form', zhLeadForm, enLeadForm],
  ['lead-options', zhLeadOptions, enLeadOptions],
  ['lead-problems', zhLeadProblems, enLeadProblems],
  ['leads', zhLeads, enLeads],
  ['ledger', zhLedger, enLedger],
  ['lookups', zhLookups, enLookups],
  ['mail', zhMail, enMail],
  ['minutes', zhMinutes, enMinutes],
  ['ops', zhOps, enOps],
  ['panel-draw', zhPanelDraw, enPanelDraw],
  ['panels', zhPanels, enPanels],
  ['paper-ballots', zhPaperBallots, enPaperBallots],
  ['papers', zhPapers, enPapers],
  ['people', zhPeople, enPeople],
  ['promises', zhPromises, enPromises],
  ['proofs', zhProofs, enProofs],
  ['pledge', zhPledge, enPledge],
  ['reminders', zhReminders, enReminders],
  ['results', zhResults, enResults],
  ['retention', zhRetention, enRetention],
  ['round-life', zhRoundLife, enRoundLife],
  ['rounds', zhRounds, enRounds],
  ['rubric-editor', zhRubricEditor, enRubricEditor],
  ['rubric-formulas', zhRubricFormulas, enRubricFormulas],
  ['rubric-refusals', zhRubricRefusals, enRubricRefusals],
  ['rubrics', zhRubrics, enRubrics],
  ['rules', zhRules, enRules],
  ['scope', zhScope, enScope],
  ['seats', zhSeats, enSeats],
  ['second-look', zhSecondLook, enSecondLook],
  ['settings', zhSettings, enSettings],
  ['trials', zhTrials, enTrials],
  ['votingLinks', zhVotingLinks, enVotingLinks],
  ['vetoes', zhVetoes, enVetoes],
];

/** Every word of the program by language. Throws when two features claim one key: the later would silently win. */
export function mergeCatalogue(
  parts: readonly (readonly [name: string, zh: Messages, en: Messages])[],
): Catalogue {
  return {
    'zh-CN': merge(parts.map(([name, zh]) => [name, zh])),
    en: merge(parts.map(([name, , en]) => [name, en])),
  };
}

function merge(files: readonly (readonly [string, Messages])[]): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  const owner = new Map<string, string>();
  for (const [name, messages] of files) {
    for (const [key, message] of Object.entries(messages)) {
      const first = owner.get(key);
      if (first !== undefined) throw new Error(`the word "${key}" is in both ${first} and ${name}`);
      owner.set(key, name);
      words.set(key, message);
    }
  }
  return words;
}

export const catalogue: Catalogue = mergeCatalogue(features);
