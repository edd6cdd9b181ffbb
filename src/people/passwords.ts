import { Injectable } from '@nestjs/common';
import { Algorithm, hash, verify } from '@node-rs/argon2';
import { refuse, Refusal } from '../domain/shared/refusal';

/** OWASP's recommendation for argon2id: 19 MiB, two passes, one lane. */
const cost = { algorithm: Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const shortest = 12;
const longest = 200;

/** Passwords as argon2id hashes. Slow on purpose: never called inside a unit of work. */
@Injectable()
export class Passwords {
  private stranger: Promise<string> | undefined;

  hash(password: string): Promise<string> {
    return hash(password, cost);
  }

  /** Takes as long for an unknown account as for a wrong password, so that time tells nobody who has one. */
  async matches(stored: string | null, password: string): Promise<boolean> {
    this.stranger ??= hash('no one has this password', cost);
    const right = await verify(stored ?? (await this.stranger), password.slice(0, longest));
    return stored !== null && right;
  }

  /** Length matters, not the kinds of symbols; Chinese and blanks are welcome; easily guessed ones are refused. */
  check(password: string, person: { name: string; email: string }): Refusal | null {
    const length = [...password].length;
    if (length < shortest) return refuse('passwordShort', { shortest });
    if (length > longest) return refuse('passwordLong', { longest });
    if (isEasy(password, person)) return refuse('passwordEasy');
    return null;
  }
}

const sequences = [
  '0123456789012345678901234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
];
const common = [
  'password',
  'passw0rd',
  'admin',
  'welcome',
  'iloveyou',
  'letmein',
  'yushen',
  'woaini',
  'zhaoshang',
];

/**
 * Guessed first: one symbol or word over and over, runs of the keyboard, the person's own name, and the words that
 * lead every published list, whatever digits stand around them. With twelve symbols at least, this covers the long
 * entries of those lists.
 */
function isEasy(password: string, { name, email }: { name: string; email: string }): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  if (/^(.{1,4})\1+.{0,3}$/u.test(plain)) return true;
  const reversed = [...plain].reverse().join('');
  if (sequences.some((run) => run.includes(plain) || run.includes(reversed))) return true;
  const bare = plain.replace(/[\d\s!@#$%^&*._-]+/g, '');
  const own = [name.toLowerCase(), email.split('@')[0] ?? ''];
  return bare === ''
    ? /^\d+$/.test(plain)
    : [...common, ...own, ...sequences].some(
        (word) =>
          word !== '' &&
          (bare === word || (bare.length >= 3 && sequences.includes(word) && word.includes(bare))),
      );
}
