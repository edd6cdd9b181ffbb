import { parseForm } from '../../../src/http/form-parser';
import {
  ballotIn,
  draftProblems,
  EMPTY_FORM,
  formOf,
  isBlank,
  pageKey,
  storedForm,
  typedForm,
} from '../../../src/ballots/ballot.form';

describe('what is typed into a ballot', () => {
  it('is read from the fields of the page', () => {
    const body = parseForm(
      'scores[technology]=4&na[market]=1&reasons[technology]=稳&vote=agree&comment=a%0D%0Ab&note=',
    );
    const typed = typedForm(body);
    expect(typed).toEqual({
      scores: { technology: '4' },
      na: { market: '1' },
      reasons: { technology: '稳' },
      computed: {},
      inputs: {},
      vote: 'agree',
      comment: 'a\nb',
      note: '',
    });
    expect(ballotIn(typed)).toMatchObject({ scores: { technology: 4 }, na: ['market'], vote: 'agree' });
  });

  it('shows a ballot again exactly', () => {
    const typed = {
      ...EMPTY_FORM,
      scores: { technology: '0' },
      na: { market: '1' },
      vote: 'abstain',
      comment: '不熟悉',
    };
    expect(formOf(ballotIn(typed))).toEqual(typed);
  });

  it.each([
    { scores: ['4'], vote: ['agree'], comment: { a: 'b' } },
    { scores: 'x', na: null, reasons: 7, vote: 1, comment: [] },
    { scores: { technology: ['4'], market: { a: '1' } } },
    { scores: { 'a b': '4', '<x>': '4', ['__proto__']: '4' } },
  ])('counts as nothing where it is no text of our form', (body) => {
    expect(typedForm(body as Record<string, unknown>)).toEqual(EMPTY_FORM);
    expect(isBlank(typedForm(body as Record<string, unknown>))).toBe(true);
  });

  it('loses control symbols, overrides of direction and half surrogates, and keeps everything else', () => {
    expect(typedForm({ comment: 'a\u202eb\u0007c\ud800d\te\n=😀{{x}}<b>' }).comment).toBe(
      'abcd\te\n=😀{{x}}<b>',
    );
  });

  it('comes back from a stored draft, and a broken one is as good as none', () => {
    const typed = { ...EMPTY_FORM, scores: { technology: '九' }, comment: '半句' };
    expect(storedForm(JSON.stringify(typed))).toEqual(typed);
    for (const broken of ['', 'null', '[]', '{', '7']) expect(storedForm(broken)).toEqual(EMPTY_FORM);
  });

  it('may be far too long in a draft, but not endless', () => {
    expect(draftProblems({ ...EMPTY_FORM, comment: 'x'.repeat(20_000) })).toEqual([]);
    expect(draftProblems({ ...EMPTY_FORM, comment: 'x'.repeat(20_001) })).toMatchObject([
      { field: 'comment' },
    ]);
  });

  it('names its page by a key, or none', () => {
    expect(pageKey({ idempotencyKey: 'k' })).toBe('k');
    for (const odd of [
      {},
      { idempotencyKey: '' },
      { idempotencyKey: ['k'] },
      { idempotencyKey: 'k'.repeat(201) },
    ])
      expect(pageKey(odd)).toBeNull();
  });
});
