import { tag, type Tag, type TagTone } from '../http/views/marks';
import type { PromiseStanding } from '../domain/promise/due';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { ownerText } from './late-digest.mail';
import type { RunningPromise } from './late.queries';

const tones: Readonly<Record<PromiseStanding, TagTone>> = {
  late: 'red',
  soon: 'amber',
  running: 'green',
  paused: 'line',
};

/** A promise in finished sentences. */
export interface PromiseSaid {
  readonly what: string;
  readonly whose: string;
  /** `3月20日（星期五）18:00前`, or until when it is paused. */
  readonly when: string;
  /** How late it is or what is left. */
  readonly left: string;
  readonly late: boolean;
  readonly tag: Tag;
}

export function promiseSaid(promise: RunningPromise, now: string, words: Words): PromiseSaid {
  const { kind, standing, endsAt, pausedUntil } = promise;
  const formats = formatsFor(words);
  const late = standing === 'late';
  return {
    what: words.t(`promises.kind.${kind}`),
    whose: ownerText(promise, words),
    when:
      pausedUntil === null
        ? words.t('promises.before', { at: formats.dateTime(endsAt) })
        : words.t('promises.pausedUntil', { day: formats.day(pausedUntil), at: formats.dateTime(endsAt) }),
    left: late
      ? words.t('promises.late', { n: promise.workdaysLate })
      : pausedUntil === null
        ? formats.remaining(endsAt, now)
        : words.t('promises.standing.paused'),
    late,
    tag: tag(words.t(`promises.standing.${standing}`), tones[standing], standing),
  };
}
