import { readContent } from '../../../../src/domain/lead/content';
import { checkCreditCode } from '../../../../src/domain/lead/credit-code';
import { readDecimal, readMoney } from '../../../../src/domain/lead/decimals';
import { normalisedName } from '../../../../src/domain/lead/duplicates';
import { FIELDS } from '../../../../src/domain/lead/fields';
import { typedValues } from '../../../../src/domain/lead/form-values';
import { isEmail, isTelephone } from '../../../../src/domain/lead/place-rules';
import { checkDraft, checkSubmission } from '../../../../src/domain/lead/rules';
import { hasControlSymbols, oneLine, readValue, whyUnreadable } from '../../../../src/domain/lead/values';
import { searchIndustryClasses } from '../../../../src/reference/industries';
import {
  isKnownRegion,
  isProvincePrefix,
  regionWords,
  searchRegions,
} from '../../../../src/reference/regions';
import { processorTime } from '../../../support/measures';
import { aLead, cityFacts } from './sample-city';

const SIZE = 100_000;
/** Shapes that make careless patterns go back and forth for minutes. */
const HOSTILE: Readonly<Record<string, string>> = {
  digits: '1'.repeat(SIZE),
  groups: '1,111'.repeat(SIZE / 5),
  spaces: `a${' '.repeat(SIZE)}b`,
  tags: '<a'.repeat(SIZE / 2),
  brackets: '('.repeat(SIZE),
  mail: `${'a'.repeat(SIZE / 2)}@${'a.'.repeat(SIZE / 4)}`,
  dashes: `0${'-1'.repeat(SIZE / 2)}`,
  marks: `${'机密 '.repeat(SIZE / 3)}`,
  expanding: '\ufdfa'.repeat(SIZE),
  astral: '😀'.repeat(SIZE / 2),
  forms: '股份有限'.repeat(SIZE / 4),
  region: '江西省'.repeat(SIZE / 3),
  xs: 'x'.repeat(SIZE),
  unicode: '１'.repeat(SIZE),
};

const within = (limitMs: number, work: () => unknown): void => {
  expect(processorTime(work)).toBeLessThan(limitMs);
};

describe.each(Object.entries(HOSTILE))('100 KB of %s', (_name, text) => {
  it('costs no reader and no check more than 100 ms', () => {
    const readers: (() => unknown)[] = [
      () => checkCreditCode(text, { isKnownRegion, isProvincePrefix }),
      () => readDecimal(text, 4),
      () => readMoney(text),
      () => isEmail(text),
      () => isTelephone(text),
      () => normalisedName(text, regionWords()),
      () => searchIndustryClasses(text),
      () => searchRegions(text),
      () => hasControlSymbols(text),
      () => oneLine(text),
    ];
    for (const read of readers) within(100, read);
    for (const field of FIELDS) within(100, () => [readValue(text, field), whyUnreadable(text, field)]);
  });

  it('in every field at once is read and shown again quickly', () => {
    const body = Object.fromEntries(
      FIELDS.map(({ code, parts }) => {
        return [
          code,
          parts === undefined ? text : Object.fromEntries(parts.map((part) => [part.code, text])),
        ];
      }),
    );
    within(1000, () => {
      const { content, problems } = readContent(body);
      expect(problems.length).toBeGreaterThan(0);
      checkDraft(content);
      checkSubmission(content, cityFacts());
      typedValues(body);
    });
  });

  it('forced into a record past the reader costs no rule more than 250 ms', () => {
    const content = {
      ...aLead(),
      title: text,
      investorName: text,
      summary: text,
      groupParent: text,
      uscc: text,
    };
    within(250, () =>
      checkSubmission(
        { ...content, contact: { ...content.contact, mobile: text, email: text } },
        cityFacts(),
      ),
    );
    within(100, () => checkDraft(content));
  });
});

describe('a megabyte in one field', () => {
  it('is refused unread', () => {
    within(50, () => {
      const { content, problems } = readContent({ summary: '长'.repeat(1_000_000) });
      expect(problems).toEqual([{ field: 'summary', because: 'tooLong', details: { max: 20_000 } }]);
      expect(content.summary).toBeNull();
    });
  });
});
