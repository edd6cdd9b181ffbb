/** Writes down what the program asks its database, at the two places where every statement passes. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { compiled } from './program.mjs';

const recordings = new AsyncLocalStorage();

/** From here on everything done within `recorded` is written down. */
export function listen() {
  const { SqlSource } = compiled('database/source');
  const { Tx } = compiled('database/transaction');
  for (const [prototype, method] of [
    [SqlSource.prototype, 'rows'],
    [Tx.prototype, 'run'],
    [Tx.prototype, 'post'],
  ]) {
    const original = prototype[method];
    prototype[method] = function (statement) {
      note(this, statement, Tx);
      return original.call(this, statement);
    };
  }
}

/**
 * Runs `work` and gives its result with the statements it made: `reads` outside units of work, and for each unit the
 * statements in it. What runs on after the result is there (mails) is no part of it.
 */
export async function recorded(work) {
  const recording = { reads: [], units: new Map(), open: true };
  // Awaited within, because some promises begin their work only when they are awaited.
  const result = await recordings.run(recording, async () => await work());
  recording.open = false;
  return { result, reads: recording.reads, units: [...recording.units.values()] };
}

function note(source, statement, Tx) {
  const recording = recordings.getStore();
  if (!recording?.open) return;
  const rendered = statement.render('sqlite');
  if (!(source instanceof Tx)) return void recording.reads.push(rendered);
  const unit = recording.units.get(source) ?? [];
  recording.units.set(source, [...unit, rendered]);
}
