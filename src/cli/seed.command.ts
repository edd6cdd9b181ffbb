import { Config } from '../config/config';
import { DemoCity, STAGES } from '../demo/demo-city';
import { withApplication } from './application';
import { Command, exitCodes, textOf, WrongUse } from './command';

/** Fills an empty demo or test database with a city that has come so far. */
export const seedCommand: Command = {
  name: 'seed',
  usage: `seed --stage ${STAGES.join('|')} --seed N`,
  options: { stage: { type: 'string' }, seed: { type: 'string' } },
  positionals: 0,
  async run(given, terminal) {
    const { words, say } = terminal;
    const stage = STAGES.find((one) => one === textOf(given, 'stage', terminal));
    if (!stage) throw new WrongUse(words.t('cli.oneOf', { option: '--stage', list: STAGES.join(', ') }));
    const typed = textOf(given, 'seed', terminal);
    if (!/^\d{1,9}$/.test(typed)) throw new WrongUse(words.t('cli.seed.number'));
    await withApplication(async (app) => {
      if (app.get(Config).MODE === 'production') throw new WrongUse(words.t('cli.seed.production'));
      const city = app.get(DemoCity, { strict: false });
      if (!(await city.isEmpty())) throw new WrongUse(words.t('cli.seed.notEmpty'));
      await city.seed(stage, Number(typed), say);
    });
    say(words.t('cli.seed.done', { stage }));
    return exitCodes.done;
  },
};
