import { hash } from 'node:crypto';
import { canonical, CanonicalValue } from '../domain/shared/canonical';
import type { LedgerEntry } from './ledger-entry.entity';

/** What the first entry names as its previous hash. */
export const GENESIS = '0'.repeat(64);

/** The layout of the hashed text; a change of it needs a new number, and a verifier that knows both. */
const layout = 'yushen-ledger-1';

/** Everything of an entry that its hash covers. */
export type Link = Omit<LedgerEntry, 'hash'>;

/**
 * SHA-256 (64 hex digits) over the canonical JSON of all columns in a fixed order, the number and the previous
 * hash among them. The same on every database. Of a flat list of texts and one whole number the canonical JSON is
 * what JSON.stringify writes, in half the time; the verifier does this for each entry.
 */
export function entryHash(link: Link): string {
  return digestOfText(
    JSON.stringify([
      layout,
      link.seq,
      link.at,
      link.kind,
      link.actorId,
      link.actorLabel,
      link.subjectType,
      link.subjectId,
      link.facts,
      link.previousHash,
    ]),
  );
}

/** What a seal says about a row: SHA-256 over its canonical content. */
export function digestOf(content: CanonicalValue): string {
  return digestOfText(canonical(content));
}

/** SHA-256 of a text that is stored as it stands, 64 hex digits. */
export function digestOfText(text: string): string {
  return hash('sha256', text, 'hex');
}

/** A hash as it is printed and read aloud: sixteen groups of four. */
export function printedHash(hash: string): string {
  return hash.match(/.{1,4}/g)?.join(' ') ?? '';
}

/** The first four of those groups: what letters and minutes print beside a decision. */
export function shortHash(hash: string): string {
  return printedHash(hash.slice(0, 16));
}
