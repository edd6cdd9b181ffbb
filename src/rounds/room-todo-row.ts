import type { Act } from '../http/views/acts';

/** The model of the partial `todo`. */
export interface TodoRow {
  title: string;
  href: string;
  when: string;
  late: boolean;
  due: string;
  tag: null;
  light: null;
  seal: null;
  act: Act | null;
}

export const todoRow = (title: string, when: string, button: Act | null = null): TodoRow => ({
  title,
  href: '',
  when,
  late: false,
  due: '',
  tag: null,
  light: null,
  seal: null,
  act: button,
});
