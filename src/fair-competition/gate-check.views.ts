import type { GateState } from '../domain/fair-competition/gate';
import { checkLine, type CheckFound, type CheckVerdict } from '../http/views/check';
import type { Words } from '../words/words';
import type { LeadGate } from './fair-competition.queries';
import { requestLine } from './gate-lines.views';

/** What holds a round up stands against the lead; what the panel is told wants a look. */
const verdicts: Readonly<Record<GateState, CheckVerdict>> = {
  clear: 'ok',
  lawful: 'ok',
  unproved: 'look',
  lawfulAfterChange: 'look',
  opinionMissing: 'bad',
  unlawful: 'bad',
};

export function gateFound({ state, requests }: LeadGate, href: string, words: Words): CheckFound {
  if (requests.length === 0) return { verdict: 'ok', short: words.t('check.gate.none'), lines: [] };
  const lines = requests.map((request) => {
    const { asked, tag, match, flags } = requestLine(request, words);
    const reasons = [match, ...flags.map(({ title }) => title)];
    const text = words.t('check.gate.line', {
      asked,
      standing: tag.label,
      reasons: reasons.join(words.t('check.join')),
    });
    return checkLine(text, href);
  });
  return { verdict: verdicts[state], short: words.t(`gate.state.${state}`), lines };
}
