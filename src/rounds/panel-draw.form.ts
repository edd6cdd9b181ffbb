import { PANEL_KINDS, type PanelKind } from '../domain/rubric/panel-kind';
import { typedText } from '../http/forms';
import type { DrawWish } from './panel-draws.queries';

/** Seats of one kind at the most. */
export const mostOfKind = 20;

/** What was asked for, as it was typed; '' for what was not. */
export interface TypedDraw {
  readonly perKind: Readonly<Record<PanelKind, string>>;
  readonly byExpertise: boolean;
}

/** A wish read from an address or a form: what is left out or no number is taken from what is usual. */
export function readWish(
  given: Readonly<Record<string, unknown>>,
  usual: DrawWish,
): { wish: DrawWish; typed: TypedDraw; wrong: readonly PanelKind[] } {
  const wrong: PanelKind[] = [];
  const texts: Partial<Record<PanelKind, string>> = {};
  const counts: Partial<Record<PanelKind, number>> = {};
  for (const kind of PANEL_KINDS) {
    const text = typedText(given, kind).normalize('NFKC').trim().slice(0, 8);
    const isCount = /^\d{1,2}$/.test(text) && Number(text) <= mostOfKind;
    if (text !== '' && !isCount) wrong.push(kind);
    texts[kind] = text === '' ? String(usual.perKind[kind]) : text;
    counts[kind] = isCount ? Number(text) : usual.perKind[kind];
  }
  const way = typedText(given, 'by');
  const byExpertise = way === '' ? usual.byExpertise : way !== 'lot';
  return {
    wish: { perKind: counts as Record<PanelKind, number>, byExpertise },
    typed: { perKind: texts as Record<PanelKind, string>, byExpertise },
    wrong,
  };
}

/** The people ticked, each once. */
export function readSeated(body: Readonly<Record<string, unknown>>): string[] {
  const given = body['seated'];
  const list: unknown[] = Array.isArray(given) ? given : [given];
  const ids = list.filter((id): id is string => typeof id === 'string' && /^[0-9a-z]{26}$/.test(id));
  return [...new Set(ids)].slice(0, 200);
}
