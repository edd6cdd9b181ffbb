import zhAdmin from './zh-CN/admin';
import zhErrors from './zh-CN/errors';
import zhFiles from './zh-CN/files';
import zhFormats from './zh-CN/formats';
import zhFrame from './zh-CN/frame';
import zhLeadFields from './zh-CN/lead-fields';
import zhLeadOptions from './zh-CN/lead-options';
import zhLeadProblems from './zh-CN/lead-problems';
import zhLedger from './zh-CN/ledger';
import zhMail from './zh-CN/mail';
import zhPanels from './zh-CN/panels';
import zhPeople from './zh-CN/people';
import zhRubrics from './zh-CN/rubrics';
import enAdmin from './en/admin';
import enErrors from './en/errors';
import enFiles from './en/files';
import enFormats from './en/formats';
import enFrame from './en/frame';
import enLeadFields from './en/lead-fields';
import enLeadOptions from './en/lead-options';
import enLeadProblems from './en/lead-problems';
import enLedger from './en/ledger';
import enMail from './en/mail';
import enPanels from './en/panels';
import enPeople from './en/people';
import enRubrics from './en/rubrics';

export type Locale = 'zh-CN' | 'en';
export const LOCALES: readonly Locale[] = ['zh-CN', 'en'];

/** Flat keys (`leads.list.title`) to ICU messages; one file per feature and language. */
export type Messages = Readonly<Record<string, string>>;
export type Catalogue = Readonly<Record<Locale, ReadonlyMap<string, string>>>;

/** One line per feature, in alphabetical order; the English file is typed by the keys of the Chinese one. */
const features: readonly (readonly [name: string, zh: Messages, en: Messages])[] = [
  ['admin', zhAdmin, enAdmin],
  ['errors', zhErrors, enErrors],
  ['files', zhFiles, enFiles],
  ['formats', zhFormats, enFormats],
  ['frame', zhFrame, enFrame],
  ['lead-fields', zhLeadFields, enLeadFields],
  ['lead-options', zhLeadOptions, enLeadOptions],
  ['lead-problems', zhLeadProblems, enLeadProblems],
  ['ledger', zhLedger, enLedger],
  ['mail', zhMail, enMail],
  ['panels', zhPanels, enPanels],
  ['people', zhPeople, enPeople],
  ['rubrics', zhRubrics, enRubrics],
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
