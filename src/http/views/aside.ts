import type { Act } from './acts';
import type { Light } from './marks';

/** Something that one feature says on the page of another, ready to print. */
export interface Aside {
  readonly id: string;
  readonly title: string;
  readonly light: Light | null;
  readonly text: string;
  readonly items: readonly { readonly text: string; readonly sub: string }[];
  readonly acts: readonly Act[];
}
