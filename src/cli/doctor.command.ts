import { Doctor, Finding } from '../ops/doctor';
import { withApplication } from './application';
import { Command, exitCodes } from './command';

const marks: Readonly<Record<Finding['state'], string>> = { ok: '✓', note: '·', failed: '✗' };

/** Looks the whole installation over, and says in words what is wrong. Changes nothing. */
export const doctorCommand: Command = {
  name: 'doctor',
  usage: 'doctor',
  options: {},
  positionals: 0,
  async run(_given, { words, say }) {
    const findings = await withApplication((app) => app.get(Doctor, { strict: false }).examine(words));
    for (const { state, text } of findings) say(`${marks[state]} ${text}`);
    const failed = findings.filter(({ state }) => state === 'failed').length;
    say(words.t('ops.doctor.result', { n: failed }));
    return failed === 0 ? exitCodes.done : exitCodes.failed;
  },
};
