import { statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** Below this share of free space nothing new is let in, so that what is there can still be written down. */
export const LEAST_FREE = 0.1;

/** The free share (0 to 1) of the disk that a folder lies on, or will lie on once it is made. */
export async function freeShare(folder: string): Promise<number> {
  for (let path = resolve(folder); ; path = dirname(path)) {
    try {
      const { bavail, blocks } = await statfs(path);
      return blocks === 0 ? 1 : bavail / blocks;
    } catch (error) {
      if ((error as { code?: string }).code !== 'ENOENT' || dirname(path) === path) throw error;
    }
  }
}
