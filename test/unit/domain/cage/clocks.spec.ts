import { fiveOnesDue, fiveOnesLight, stageDue, stageLight } from '../../../../src/domain/cage/clocks';
import { worst, type ExplainedLight } from '../../../../src/domain/cage/light';
import { addDays, startOfDay } from '../../../../src/domain/shared/instant';
import { WorkCalendar } from '../../../../src/domain/shared/workdays';

const dueAt = fiveOnesDue('2026-04-10T02:00:00.000Z', new WorkCalendar([]));
const at = (
  now: string,
  missing: readonly ('leader' | 'plan')[] = ['leader', 'plan'],
  until: string | null = null,
) => fiveOnesLight({ dueAt, now, missing, pause: until === null ? null : { until, reason: '领导班子调整' } });

describe('the five-workday clock', () => {
  it('runs to the end of the fifth workday after admission', () => {
    expect(dueAt).toBe('2026-04-17T15:59:59.999Z');
  });

  it('is green in time, and green for good once all is filled', () => {
    expect(at('2026-04-17T15:00:00.000Z')).toEqual({
      light: 'green',
      because: 'fiveOnesInTime',
      details: { missing: 'leader,plan', count: 2, due: '2026-04-17' },
    });
    expect(at('2027-01-01T00:00:00.000Z', [])).toMatchObject({ light: 'green', because: 'fiveOnesComplete' });
  });

  it('is amber from the next day on, and red after thirty', () => {
    expect(at('2026-04-17T16:00:00.000Z')).toMatchObject({
      light: 'amber',
      because: 'fiveOnesLate',
      details: { days: 1 },
    });
    expect(at('2026-05-17T02:00:00.000Z')).toMatchObject({ light: 'amber', details: { days: 30 } });
    expect(at('2026-05-18T02:00:00.000Z')).toMatchObject({ light: 'red', details: { days: 31 } });
  });

  it('is grey while a pause lasts, and not a day longer', () => {
    expect(at('2026-04-30T02:00:00.000Z', ['leader'], '2026-04-30')).toEqual({
      light: 'grey',
      because: 'paused',
      details: { until: '2026-04-30', reason: '领导班子调整' },
    });
    expect(at('2026-04-30T17:00:00.000Z', ['leader'], '2026-04-30').light).toBe('amber');
  });
});

describe('a stage clock', () => {
  const talks = (days: number, until: string | null = null) =>
    stageLight({
      stage: 'talks',
      enteredOn: '2026-01-01',
      agreedOn: null,
      now: startOfDay(addDays('2026-01-01', days)),
      pause: until === null ? null : { until, reason: '等待环评' },
    });

  it('gives talks 180 days, then turns amber, and red after thirty more', () => {
    expect(talks(180)).toEqual({
      light: 'green',
      because: 'stageInTime',
      details: { stage: 'talks', due: '2026-06-30' },
    });
    expect(talks(181)).toMatchObject({ light: 'amber', because: 'stageLate', details: { days: 1 } });
    expect(talks(210).light).toBe('amber');
    expect(talks(211).light).toBe('red');
    expect(talks(211, '2026-12-31').light).toBe('grey');
  });

  it('goes by the contract where one sets the date, and is green where none does', () => {
    expect(stageDue('landed', '2026-01-01', '2026-08-01')).toBe('2026-08-01');
    expect(stageDue('landed', '2026-01-01', null)).toBeNull();
    const landed = {
      stage: 'landed',
      enteredOn: '2026-01-01',
      agreedOn: null,
      now: '2026-09-01T00:00:00.000Z',
      pause: null,
    } as const;
    expect(stageLight(landed)).toMatchObject({ light: 'green', because: 'stageWithoutClock' });
    expect(stageLight({ ...landed, agreedOn: '2026-08-01' }).light).toBe('red');
  });
});

describe('the light of a project', () => {
  const light = (colour: ExplainedLight['light']): ExplainedLight => ({
    light: colour,
    because: colour,
    details: {},
  });

  it('is its worst one', () => {
    expect(worst([light('green'), light('red'), light('amber')])?.light).toBe('red');
    expect(worst([light('grey'), light('green')])?.light).toBe('green');
    expect(worst([])).toBeNull();
  });
});
