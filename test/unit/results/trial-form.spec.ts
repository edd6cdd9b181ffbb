import { manufacturing } from '../../../src/domain/rubric/manufacturing';
import { R1 } from '../../../src/domain/rubric/rule-set-r1';
import { tallyItem } from '../../../src/domain/tally/tally';
import { manufacturingComputed } from '../../../src/domain/rubric/manufacturing-computed';
import { filled, readTrial, scoredByFigures, typedTrial } from '../../../src/results/trial-form';
import examples from '../../support/data/tally-examples.json';

const read = (body: Record<string, unknown>) =>
  readTrial(typedTrial(body, manufacturing, R1), manufacturing, R1);
const counts = { park: '2', support: '4', institute: '2', enterprise: '2' };

describe('ballots on trial', () => {
  it('are scored by the formula for the project where a figure of the form is typed', () => {
    const body = { counts, extensions: '0', votes: { 'park-1': 'agree', 'park-2': '' } };
    const of = (site: string, figure: string, scores = {}) => {
      const typed = typedTrial(
        { ...body, site, figures: { investIntensity: figure }, scores },
        manufacturingComputed,
        R1,
      );
      const { seats } = scoredByFigures(typed, manufacturingComputed);
      return seats.slice(0, 2).map((seat) => seat.scores['investIntensity']);
    };
    // By land 400 is full marks; by the square metre of a leased plant 0.75 is the fourth step.
    expect([of('land', '400'), of('lease', '0.75'), of('land', '0.75')]).toEqual([
      ['5', ''],
      ['4', ''],
      ['0', ''],
    ]);
    // What is typed in a box stays.
    expect(of('lease', '1', { 'park-1': { investIntensity: '2' } })).toEqual(['2', '']);
    const wrong = readTrial(
      typedTrial({ ...body, figures: { investIntensity: '约四百' } }, manufacturingComputed, R1),
      manufacturingComputed,
      R1,
    );
    expect(wrong.errors).toEqual({ 'figures[investIntensity]': 'trial.error.figure' });
  });

  it('begin with the ten seats of the rule book, the mandatory functions among them', () => {
    const { seats } = typedTrial({}, manufacturing, R1);
    expect(seats.map(({ id, duty }) => (duty ? `${id} ${duty}` : id))).toEqual([
      'park-1',
      'park-2',
      'support-1 naturalResources',
      'support-2 ecology',
      'support-3 emergency',
      'support-4 development',
      'institute-1',
      'institute-2',
      'enterprise-1',
      'enterprise-2',
    ]);
  });

  it.each(examples.cases)(
    'come to what the worked example $id says: $title',
    ({ ballots, expect: said, ...item }) => {
      const kinds = examples.panel as Record<string, string>;
      const letters: Record<string, string> = { park: 'P', support: 'D', institute: 'I', enterprise: 'E' };
      const idOf = (seat: string): string => `${kinds[seat]}-${seat.slice(1)}`;
      expect(Object.entries(kinds).every(([seat, kind]) => seat.startsWith(letters[kind] ?? '?'))).toBe(true);
      const cast = Object.entries(
        ballots as Record<string, { vote: string; scores: Record<string, number> }>,
      );
      const recused = (item as { recused?: string[] }).recused ?? [];
      const body = {
        counts,
        extensions: '0',
        votes: {
          ...Object.fromEntries(cast.map(([seat, { vote }]) => [idOf(seat), vote])),
          ...Object.fromEntries(recused.map((seat) => [idOf(seat), 'recused'])),
        },
        scores: Object.fromEntries(
          cast.map(([seat, { scores }]) => [
            idOf(seat),
            Object.fromEntries(Object.entries(scores).map(([code, score]) => [code, String(score)])),
          ]),
        ),
      };
      const { input, errors } = read(body);
      expect(errors).toBeNull();
      if (input === null) return;
      const { outcome, reasons, total, quorum } = tallyItem(input);
      expect({
        outcome: outcome === 'void' ? `void:${reasons[0]}` : outcome,
        score: total?.toDecimal(2),
        cast: quorum.cast,
        eligible: quorum.eligible,
      }).toEqual({ outcome: said.outcome, score: said.score, cast: said.cast, eligible: said.eligible });
    },
  );

  it('say beside each box what is wrong with it', () => {
    const body = {
      counts: { ...counts, park: '13' },
      extensions: 'x',
      votes: { 'support-1': '', 'institute-1': 'perhaps', 'enterprise-1': 'agree' },
      scores: { 'support-1': { taxPerMu: '4' }, 'enterprise-1': { technology: '6' } },
    };
    expect(read(body).errors).toEqual({
      'counts[park]': 'trial.error.seats',
      extensions: 'trial.error.extensions',
      'votes[support-1]': 'trial.error.vote',
      'votes[institute-1]': 'rules.error.choice',
      'scores[enterprise-1][technology]': 'trial.error.score',
    });
  });

  it('fill what is empty and leave what was typed', () => {
    const votes = { 'park-1': 'against', 'park-2': 'recused' };
    const scores = { 'park-1': { taxPerMu: '1', industryFit: '-' } };
    const typed = filled(typedTrial({ counts, extensions: '0', votes, scores }, manufacturing, R1), '4');
    expect(typed.seats[0]).toMatchObject({ vote: 'against', scores: { taxPerMu: '1', industryFit: '-' } });
    expect(typed.seats[0]?.scores['employment']).toBe('4');
    expect(typed.seats[1]).toMatchObject({ vote: 'recused', scores: { taxPerMu: '' } });
    expect(typed.seats[2]?.vote).toBe('agree');
    const { input } = readTrial(typed, manufacturing, R1);
    expect(input?.ballots[0]).toMatchObject({ vote: 'against', na: ['industryFit'] });
  });

  it('do not score what their kind does not', () => {
    const scores = { 'park-1': { technology: '5' } };
    const { input } = read({ counts, extensions: '0', votes: { 'park-1': 'agree' }, scores });
    expect(input?.ballots[0]?.scores).toEqual({});
  });
});
