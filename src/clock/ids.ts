import { Injectable } from '@nestjs/common';
import { Clock } from './clock';
import { Randomness } from './randomness';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Ten symbols of time and sixteen of chance: rows lie in order of making, addresses tell nothing. */
@Injectable()
export class Ids {
  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** A new 26-symbol id, unique and not guessable (80 random bits). */
  next(): string {
    return timePart(Date.parse(this.clock.now())) + chancePart(this.randomness.bytes(16));
  }
}

function timePart(milliseconds: number): string {
  let rest = milliseconds;
  let text = '';
  for (let place = 0; place < 10; place += 1) {
    text = alphabet.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

function chancePart(bytes: Buffer): string {
  let text = '';
  for (const byte of bytes) text += alphabet.charAt(byte % 32);
  return text;
}
