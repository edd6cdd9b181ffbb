/** Loaded into the program by PROFILE=folder: profiles it from the line that says it is ready until it is told to end. */
const { Session } = require('node:inspector');
const { mkdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const session = new Session();
session.connect();
session.post('Profiler.enable');

const write = process.stdout.write.bind(process.stdout);
process.stdout.write = (text, ...rest) => {
  if (/^ready/m.test(String(text))) session.post('Profiler.start');
  return write(text, ...rest);
};

process.prependListener('SIGTERM', () => {
  session.post('Profiler.stop', (_, { profile }) => {
    mkdirSync(process.env.PROFILE, { recursive: true });
    writeFileSync(join(process.env.PROFILE, `program-${process.pid}.cpuprofile`), JSON.stringify(profile));
  });
});
