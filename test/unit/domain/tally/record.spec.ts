import fc from 'fast-check';
import { aBallot, aRoll, aTally } from './a-tally';
import { R1 } from '../../../../src/domain/rubric/rule-set-r1';
import { explain } from '../../../../src/domain/tally/explanation';
import {
  fromRecord,
  recordText,
  toRecord,
  type TallyRecord,
} from '../../../../src/domain/tally/tally-record';

const results = fc
  .array(fc.integer({ min: 0, max: 5 }), { maxLength: 10 })
  .map((scores) =>
    aTally({ ballots: scores.map((score, at) => aBallot(aRoll[at]?.seatId ?? '', 'agree', score)) }),
  );

describe('the record of a tally', () => {
  it('is one text for one result', () => {
    expect(recordText(aTally())).toBe(recordText(aTally()));
    expect(recordText(aTally({ extensionsUsed: 1 }))).not.toBe(recordText(aTally()));
  });

  it('holds fractions as text and the rule set by its name', () => {
    expect(toRecord(aTally())).toMatchObject({ rules: 'R1', total: '80/1', outcome: 'admit' });
  });

  it('can be read back and explained as if it had just been counted', () => {
    fc.assert(
      fc.property(results, (result) => {
        const kept = JSON.parse(recordText(result)) as TallyRecord;
        const again = fromRecord(kept, R1);
        expect(recordText(again)).toBe(recordText(result));
        expect(explain(again)).toEqual(explain(result));
      }),
    );
  });

  it('is not read under another rule set', () => {
    expect(() => fromRecord(toRecord(aTally()), { ...R1, code: 'R2' })).toThrow('decided by R1');
  });
});
