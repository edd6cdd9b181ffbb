import { act, type Act, type ActInput } from '../http/views/acts';
import type { Light, Seal, Tag } from '../http/views/marks';

/** A line of the partial `todo`. */
export interface TodoLine {
  readonly title: string;
  readonly href: string;
  readonly when: string;
  readonly due: string;
  readonly late: boolean;
  readonly tag: Tag | null;
  readonly light: Light | null;
  readonly seal: Seal | null;
  readonly act: Act | null;
}

export function todoLine(
  given: Pick<TodoLine, 'title'> & Partial<Omit<TodoLine, 'act'>> & { readonly act?: ActInput | null },
): TodoLine {
  const { act: button = null, ...rest } = given;
  return {
    href: '',
    when: '',
    due: '',
    late: false,
    tag: null,
    light: null,
    seal: null,
    ...rest,
    act: button && act({ size: 'small', ...button }),
  };
}
