import { formatsFor } from '../../../src/words/formats';
import { wordsFor } from '../../../src/words/words';

const zh = formatsFor(wordsFor('zh-CN'));
const en = formatsFor(wordsFor('en'));

describe('a time', () => {
  it('is shown in Beijing time with its weekday', () => {
    expect(zh.dateTime('2026-04-16T10:00:00.000Z')).toBe('4月16日（星期四）18:00');
    expect(en.dateTime('2026-04-16T10:00:00.000Z')).toBe('Thu 16 Apr 18:00');
    expect(zh.dateTimeShort('2026-04-13T08:20:00.000Z')).toBe('4月13日 16:20');
    expect(zh.dateTimeFull('2026-12-31T16:30:00.000Z')).toBe('2027年1月1日（星期五）00:30');
    expect(zh.time('2026-04-16T00:05:00.000Z')).toBe('08:05');
    expect(zh.fieldDateTime('2026-04-16T16:00:00.000Z')).toBe('2026-04-17T00:00');
  });

  it('belongs to the Beijing day, also late in the evening of UTC', () => {
    expect(zh.day('2026-03-04T16:00:00.000Z')).toBe('3月5日（星期四）');
    expect(en.day('2026-03-05')).toBe('Thu 5 Mar');
    expect(zh.dayFull('2026-03-05')).toBe('2026年3月5日（星期四）');
    expect(zh.dayShort('2026-03-05')).toBe('3月5日');
    expect(zh.official('2026-03-05')).toBe('2026年3月5日');
  });

  it('near now is called by its name', () => {
    const now = '2026-03-05T15:59:00.000Z';
    expect(zh.dayNear('2026-03-05', now)).toBe('今天');
    expect(zh.dayNear('2026-03-05T16:00:00.000Z', now)).toBe('明天');
    expect(zh.dayNear('2026-03-04', now)).toBe('昨天');
    expect(zh.dayNear('2026-03-09', now)).toBe('3月9日（星期一）');
  });
});

describe('what is left of a time limit', () => {
  const deadline = '2026-04-16T10:00:00.000Z';

  it.each([
    ['2026-04-14T02:00:00.000Z', '还剩2天8小时'],
    ['2026-04-14T10:00:00.000Z', '还剩2天'],
    ['2026-04-16T06:39:30.000Z', '还剩3小时20分'],
    ['2026-04-16T09:48:00.000Z', '还剩12分'],
    ['2026-04-16T09:59:30.000Z', '还剩不到1分钟'],
    ['2026-04-16T12:00:00.000Z', '已过2小时'],
  ])('seen from %s is %s', (now, words) => {
    expect(zh.remaining(deadline, now)).toBe(words);
  });

  it('has passed at the very moment', () => {
    expect(zh.deadline(deadline, deadline).late).toBe(true);
    expect(zh.deadline(deadline, '2026-04-16T09:59:59.999Z').late).toBe(false);
    expect(en.deadline(deadline, '2026-04-14T02:00:00.000Z').left).toBe('2 d 8 h left');
  });
});

describe('an amount', () => {
  it('leads with 亿元 from 10,000 万元 on', () => {
    expect(zh.wan(3_100_000)).toEqual({
      big: '3.1',
      bigUnit: '亿元',
      small: '31,000',
      smallUnit: '万元',
      smallText: '31,000万元',
      text: '3.1亿元',
    });
    expect(zh.wan(1_000_000).text).toBe('1亿元');
  });

  it('leads with 万元 below', () => {
    expect(zh.wan(960_000)).toMatchObject({
      big: '9,600',
      bigUnit: '万元',
      small: '0.96',
      smallUnit: '亿元',
      smallText: '0.96亿元',
    });
    expect(zh.wanText(999_999)).toBe('9,999.99万元');
    expect(en.wanText(960_000)).toBe('9,600 ×10k yuan');
  });
});

describe('other figures', () => {
  it('are separated, rounded and hidden as conventions say', () => {
    expect(zh.number(1234567)).toBe('1,234,567');
    expect(zh.number('-12800.50')).toBe('−12,800.50');
    expect(zh.percent(10, 16)).toBe('62.5%');
    expect(zh.percent(0, 0)).toBe('0%');
    expect(zh.bytes(3_355_443)).toBe('3.2 MB');
    expect(zh.bytes(900)).toBe('900 B');
    expect(zh.letter(2026, 3)).toBe('〔2026〕3号');
    expect(zh.mobile('15400000001')).toBe('154****0001');
    expect(zh.mobile('110')).toBe('****');
    expect(zh.list(['用地', '能耗'])).toBe('用地、能耗');
  });
});
