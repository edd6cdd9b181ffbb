import { Client } from 'pg';

type Query = (this: Client, ...given: unknown[]) => unknown;

/** One wait for PostgreSQL: the statements that went out together before any of them was answered. */
export type Trip = readonly string[];

/**
 * How often one connection after another had to be waited for while `work` ran: a statement sent while an earlier one
 * of its connection is still unanswered belongs to the same trip. Only what is awaited as a promise is seen, which is
 * everything a unit of work sends. Nothing else may use the database meanwhile.
 */
export async function roundTripsOf(work: () => Promise<unknown>): Promise<Trip[]> {
  const trips: string[][] = [];
  const open = new Map<Client, { unanswered: number; trip: string[] }>();
  const prototype = Client.prototype as unknown as { query: Query };
  const original = prototype.query;
  prototype.query = function (this: Client, ...given) {
    const answer = original.apply(this, given);
    if (!isPromise(answer)) return answer;
    const at = open.get(this) ?? { unanswered: 0, trip: [] };
    open.set(this, at);
    if (at.unanswered === 0) trips.push((at.trip = []));
    at.trip.push(textOf(given[0]));
    at.unanswered += 1;
    const answered = (): void => void (at.unanswered -= 1);
    answer.then(answered, answered);
    return answer;
  };
  try {
    await work();
  } finally {
    prototype.query = original;
  }
  return trips;
}

const textOf = (query: unknown): string =>
  typeof query === 'string' ? query : String((query as { text?: unknown }).text);

/** Not by its class: the program's promises are of another realm than those of a test file. */
const isPromise = (answer: unknown): answer is Promise<unknown> =>
  typeof (answer as { then?: unknown } | undefined)?.then === 'function';
