import { readContent } from '../../../../src/domain/lead/content';
import { formValues, typedValues } from '../../../../src/domain/lead/form-values';
import { checkDraft, checkSubmission } from '../../../../src/domain/lead/rules';
import { canonical, type CanonicalValue } from '../../../../src/domain/shared/canonical';
import { parseForm } from '../../../../src/http/form-parser';
import { problemText } from '../../../../src/leads/lead-words';
import { wordsFor } from '../../../../src/words/words';
import { Chance, fuzzRuns, fuzzSeed, spoiltLead } from '../../../support/lead-fuzz';
import { cityFacts } from './sample-city';

const runs = fuzzRuns(10_000);
const languages = [wordsFor('zh-CN'), wordsFor('en')];

describe(`N-07: ${runs} spoilt forms, as the server reads them`, () => {
  it('are read without throwing, sealed whole, and whatever is wrong is said in words in both languages', () => {
    const seed = fuzzSeed();
    const chance = new Chance(seed);
    const met = new Map<string, number>();
    let refused = 0;
    for (let n = 0; n < runs; n += 1) {
      const body = parseForm(spoiltLead(chance));
      const { content, problems } = readContent(body);
      const draft = checkDraft(content);
      const found = checkSubmission(content, cityFacts());
      const all = [...problems, ...draft.errors, ...draft.warnings, ...found.errors, ...found.warnings];
      for (const one of all) {
        met.set(one.because, (met.get(one.because) ?? 0) + 1);
        for (const words of languages) {
          const sentence = problemText(one, words);
          if (!/[\u4e00-\u9fff]|[a-z]{2}/i.test(sentence) || /lead\.problem|\{[a-z]+[},]/i.test(sentence))
            throw new Error(`seed ${seed}, form ${n}: ${one.because} is said as “${sentence}”`);
        }
      }
      if (found.errors.length > 0) refused += 1;
      // What is kept can be sealed, read back the same, and shown again.
      const sealed = canonical(content as unknown as CanonicalValue);
      expect(canonical(JSON.parse(sealed) as CanonicalValue)).toBe(sealed);
      formValues(content);
      typedValues(body);
    }
    process.stdout.write(
      `[fuzz] seed ${seed}: ${runs} forms read, ${refused} not to be handed in, ${met.size} different things said\n`,
    );
    expect(refused).toBeGreaterThan(runs / 4);
    expect(met.size).toBeGreaterThan(60);
  }, 120_000);
});
