/** Loaded into the program by PROFILE=folder: writes a CPU profile when the process is told to end. */
const { Session } = require('node:inspector');
const { mkdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.start');
process.prependListener('SIGTERM', () => {
  session.post('Profiler.stop', (_, { profile }) => {
    mkdirSync(process.env.PROFILE, { recursive: true });
    writeFileSync(join(process.env.PROFILE, `program-${process.pid}.cpuprofile`), JSON.stringify(profile));
  });
});
