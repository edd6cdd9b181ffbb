import fc from 'fast-check';
import { mayName, mayRecuse, presiding, type ChairPerson } from '../../../../src/domain/panel/chair';

const chair: ChairPerson = { personId: 'c', name: '甲', post: 'chair', isRecused: false, isAble: true };
const deputy: ChairPerson = { ...chair, personId: 'd', name: '乙', post: 'deputy' };
const named: ChairPerson = { ...chair, personId: 's', name: '丙', post: 'standIn' };
const out = (person: ChairPerson): ChairPerson => ({ ...person, isRecused: true });
const away = (person: ChairPerson): ChairPerson => ({ ...person, isAble: false });
const reason = '组长、副组长均须回避';

describe('who presides over an item', () => {
  it('is the chair, whoever else is appointed', () => {
    expect(presiding([chair, deputy, named])).toBe(chair);
    expect(presiding([chair])).toBe(chair);
  });

  it('is the deputy by itself where the chair is recused or cannot act', () => {
    expect(presiding([out(chair), deputy, named])).toBe(deputy);
    expect(presiding([away(chair), deputy])).toBe(deputy);
  });

  it('is whoever was named where neither is left, the newest first', () => {
    const later = { ...named, personId: 't' };
    expect(presiding([out(chair), out(deputy), later, named])).toBe(later);
    expect(presiding([out(chair), away(deputy), out(later), named])).toBe(named);
  });

  it('is nobody where none is left', () => {
    expect(presiding([out(chair)])).toBeNull();
    expect(presiding([out(chair), out(deputy), away(named)])).toBeNull();
    expect(presiding([])).toBeNull();
  });

  it('is never somebody with an interest or without an account, in any line', () => {
    const person = fc.record({ isRecused: fc.boolean(), isAble: fc.boolean() });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 6 }), (line) => {
        const people = line.map((one, at) => ({ ...chair, ...one, personId: String(at) }));
        const found = presiding(people);
        const able = people.filter(({ isRecused, isAble }) => !isRecused && isAble);
        expect(found).toBe(able[0] ?? null);
      }),
    );
  });
});

describe('naming somebody to preside', () => {
  const facts = { line: [out(chair), out(deputy)], mayPreside: true, personId: 's', reason, isOver: false };

  it('is for where none of those appointed is left', () => {
    expect(mayName(facts)).toBeNull();
    expect(mayName({ ...facts, line: [chair] })?.because).toBe('chairPresides');
    expect(mayName({ ...facts, line: [out(chair), deputy] })).toEqual({
      because: 'chairPresides',
      details: { name: '乙' },
    });
  });

  it('takes a member of the leading group without an interest, nobody of the line, and a reason', () => {
    expect(mayName({ ...facts, mayPreside: false })?.because).toBe('chairCannotBeNamed');
    expect(mayName({ ...facts, personId: 'c' })?.because).toBe('chairCannotBeNamed');
    expect(mayName({ ...facts, reason: ' 短 ' })?.because).toBe('chairNeedsReason');
    expect(mayName({ ...facts, reason: '长'.repeat(501) })?.because).toBe('chairReasonLong');
    expect(mayName({ ...facts, isOver: true })?.because).toBe('chairNothingOpen');
  });
});

describe('an interest of whoever presides', () => {
  const facts = {
    line: [chair, deputy],
    personId: 'c',
    reason: '配偶任投资方董事',
    isOver: false,
    votes: false,
  };

  it('is noted once, with a reason, for somebody in the line', () => {
    expect(mayRecuse(facts)).toBeNull();
    expect(mayRecuse({ ...facts, personId: 'd' })).toBeNull();
    expect(mayRecuse({ ...facts, personId: 'x' })?.because).toBe('chairNotInLine');
    expect(mayRecuse({ ...facts, line: [out(chair)] })?.because).toBe('chairRecusedAlready');
    expect(mayRecuse({ ...facts, reason: '' })?.because).toBe('chairNeedsReason');
    expect(mayRecuse({ ...facts, isOver: true })?.because).toBe('chairNothingOpen');
  });

  it('is declared on the ballot by whoever votes in the round', () => {
    expect(mayRecuse({ ...facts, votes: true })?.because).toBe('chairRecuseOnBallot');
  });
});
