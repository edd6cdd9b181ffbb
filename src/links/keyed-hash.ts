import { createHmac } from 'node:crypto';

/**
 * How a short secret is kept: 64 hex digits that only the holder of SECRET_KEY can make. A plain hash of eight symbols
 * or six digits could be tried out on a copy of the database.
 */
export function keyedHash(secretKey: string, purpose: string, text: string): string {
  return createHmac('sha256', secretKey).update(`yushen ${purpose}\n${text}`).digest('hex');
}
