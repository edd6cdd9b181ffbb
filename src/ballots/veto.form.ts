import { plainText } from '../http/forms';

/** A veto as it was typed. */
export interface TypedVeto {
  readonly ground: string;
  readonly basis: string;
  readonly text: string;
}

/** Reads the parsed body of the form; what is no text counts as nothing typed. */
export function typedVeto(body: Readonly<Record<string, unknown>>): TypedVeto {
  const { ground, basis, text } = body;
  return { ground: plainText(ground), basis: plainText(basis), text: plainText(text) };
}
