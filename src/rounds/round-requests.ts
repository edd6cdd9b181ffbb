import { TRACKS } from '../domain/lead/dictionaries';
import { ROUND_STATES, type RoundState } from '../domain/round/round-moves';
import { parseBeijing } from '../domain/shared/instant';
import { typedText, validateForm } from '../http/forms';
import type { Words } from '../words/words';
import type { SeatFilter } from './room-seats.views';
import type { RoundDraft } from './round-plans';
import { RoundForm } from './round.form';
import type { PlanTyped } from './round-planning.views';
import type { LookTyped } from './second-look.views';
import type { RoundFilter } from './rounds.queries';

type Asked = Record<string, unknown>;

const sizes = [20, 50, 100];

/** The filter of the list as the address says it; what makes no sense is left out. */
export function listFilter(asked: Asked): RoundFilter {
  const state = typedText(asked, 'state');
  const page = Number(typedText(asked, 'page'));
  const size = Number(typedText(asked, 'size'));
  return {
    state: (ROUND_STATES as readonly string[]).includes(state) ? (state as RoundState) : null,
    q: typedText(asked, 'q').normalize('NFKC').trim().slice(0, 60),
    page: Number.isSafeInteger(page) && page > 0 && page < 100_000 ? page : 1,
    size: sizes.includes(size) ? size : 20,
  };
}

/** A track named in an address or a form; '' where none is. */
export function trackOf(asked: Asked): string {
  const track = typedText(asked, 'track');
  return (TRACKS as readonly string[]).includes(track) ? track : '';
}

export function seatFilter(asked: Asked): SeatFilter {
  const filter = typedText(asked, 'seats');
  return filter === 'waiting' || filter === 'mandatory' ? filter : 'all';
}

/** What was typed into the planning form, to be shown again as it was. */
export function planTyped(body: Asked): PlanTyped {
  const given: unknown = body['leadIds'] ?? body['leadIds[]'];
  const leadIds = (Array.isArray(given) ? given : [given]).filter(
    (id): id is string => typeof id === 'string',
  );
  return {
    title: typedText(body, 'title'),
    rubricVersionId: typedText(body, 'rubricVersionId'),
    ruleSetVersionId: typedText(body, 'ruleSetVersionId'),
    panelId: typedText(body, 'panelId'),
    deadlineAt: typedText(body, 'deadlineAt'),
    leadIds,
    mode: typedText(body, 'mode'),
    looks: looksTyped(body),
  };
}

/** Which leads are to be looked at a second time, and the criteria ticked for each; what makes no sense is left out. */
function looksTyped(body: Asked): LookTyped {
  const { asked } = body;
  const ticked = typeof asked === 'object' && asked !== null ? Object.entries(asked) : [];
  return {
    leads: texts(body['secondLook'] ?? body['secondLook[]']),
    asked: Object.fromEntries(ticked.map(([leadId, codes]) => [leadId, [...new Set(texts(codes))]])),
  };
}

const texts = (given: unknown): string[] =>
  (Array.isArray(given) ? given : [given]).filter((one): one is string => typeof one === 'string');

/** The plan that a form holds; a deadline is Beijing time unless it says otherwise, null where it cannot be read. */
export function readPlan(body: Asked, words: Words): RoundDraft {
  const read = validateForm(RoundForm, body, words);
  const { deadlineAt, mode, ...plan } = read.ok ? read.value : new RoundForm();
  const { leads, asked } = looksTyped(body);
  const secondLooks = Object.fromEntries(leads.map((leadId) => [leadId, asked[leadId] ?? []]));
  return { ...plan, isShared: mode === 'assigned', secondLooks, deadlineAt: parseBeijing(deadlineAt) };
}
