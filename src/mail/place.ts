const sizes = [20, 50, 100];

/** Where in a list the address points: page from 1, rows per page; anything odd means the beginning. */
export function place(page: unknown, size: unknown): { page: number; size: number } {
  return {
    page: typeof page === 'string' && /^[1-9]\d{0,6}$/.test(page) ? Number(page) : 1,
    size: sizes.find((known) => String(known) === size) ?? 20,
  };
}
