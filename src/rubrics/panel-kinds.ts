import type { PanelKind } from '../domain/rubric/panel-kind';

/** A standing panel and the kinds that have a seat on it. */
export interface PanelKinds {
  readonly name: string;
  readonly kinds: readonly PanelKind[];
}
