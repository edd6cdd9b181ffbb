/** A line that tells how far something is that takes longer than two seconds; a plain line where there is no terminal. */
export function progress(what, total) {
  const started = Date.now();
  let told = started;
  return {
    at(done) {
      const now = Date.now();
      if (now - told < 2000) return;
      told = now;
      say(`${what}: ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`);
    },
    done() {
      say(`${what}: done in ${((Date.now() - started) / 1000).toFixed(1)} s`);
      if (process.stderr.isTTY) process.stderr.write('\n');
    },
  };
}

export function say(text) {
  process.stderr.write(process.stderr.isTTY ? `\r\x1b[2K${text}` : `${text}\n`);
}
