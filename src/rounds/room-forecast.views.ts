import { forecast, shownRange, type Call, type Forecast } from '../domain/insight/forecast';
import { elapsedShare, type PastResponse } from '../domain/insight/response';
import { attendanceOf } from '../domain/round/progress';
import { seatsOf } from '../domain/round/roll';
import type { Words } from '../words/words';
import type { SeatStanding, Standing } from './room-standing';
import type { Room } from './round-room.queries';

/** Whom to call, one line each; the table below has all seats. */
const mostCalls = 3;

export interface ForecastModel {
  /** `about 60 % to 85 %`, or that it is reached, out of reach, or not known. */
  readonly big: string;
  /** What it rests on. */
  readonly note: string;
  readonly calls: readonly { readonly title: string; readonly when: string }[];
}

/** How likely every item has its quorum by the deadline; null where no ballots are taken any more. */
export function forecastOf(
  room: Room,
  standing: Standing,
  past: readonly PastResponse[],
  words: Words,
): ForecastModel | null {
  const { round, roll, items, turnout, rules } = room;
  if (round.state !== 'open' || round.openedAt === null || standing.isOverdue) return null;
  const found = forecast({
    roll: seatsOf(roll),
    attendance: attendanceOf(
      items.map(({ item }) => item),
      turnout,
    ),
    rules: rules.content.quorum,
    past,
    elapsed: elapsedShare(round.openedAt, round.deadlineAt, standing.now),
  });
  if (found.state !== 'open')
    return {
      big: words.t(`reminders.forecast.${found.state}`),
      note: words.t(`reminders.forecast.${found.state}.note`),
      calls: [],
    };
  return {
    big: rangeWords(found, words),
    note: noteOf(found, words),
    calls: found.calls
      .slice(0, mostCalls)
      .flatMap((call) =>
        standing.seats.filter(({ seat }) => seat.id === call.seatId).map(lineOf(call, words)),
      ),
  };
}

type OpenForecast = Extract<Forecast, { state: 'open' }>;

function rangeWords({ range, waiting }: OpenForecast, words: Words): string {
  if (range === null) return words.t('reminders.forecast.unknown', { n: waiting });
  const { low, high } = shownRange(range);
  if (high <= 5) return words.t('reminders.forecast.hardly');
  if (low >= 95) return words.t('reminders.forecast.surely');
  return words.t('reminders.forecast.range', { low, high });
}

function noteOf({ responses, range }: OpenForecast, words: Words): string {
  const { rounds, cases, done } = responses;
  return words.t(range === null ? 'reminders.forecast.few' : 'reminders.forecast.basis', {
    ...{ rounds, cases, done },
  });
}

/** The seat, why its vote counts, and where its own record is poor, who could stand in for it. */
const lineOf =
  ({ because, isUnlikely }: Call, words: Words) =>
  ({ seat, voter, link }: SeatStanding): { title: string; when: string } => {
    const canStandIn = voter.post === 'a' && seat.alternateName !== null;
    const wants = isUnlikely || link === 'failed' || link === 'unopened' || link === 'machineOnly';
    const why = words.t(`reminders.forecast.because.${because}`);
    const alternate = seat.alternateName ?? '';
    return {
      title: words.t('reminders.forecast.call', { unit: seat.unitName, name: voter.name }),
      when: canStandIn && wants ? words.t('reminders.forecast.standIn', { why, alternate }) : why,
    };
  };
