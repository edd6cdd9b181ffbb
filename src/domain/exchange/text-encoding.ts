export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** The text of a file, or why it cannot be told for certain what it says. */
export type DecodedText =
  { readonly text: string; readonly encoding: TextEncoding } | { readonly unreadable: 'encoding' | 'binary' };

/** How many bytes tell whether zeros stand at every second place. */
const sampleSize = 4096;
/** Chinese in GB2312 is nearly all there is in a GBK file; other encodings read as GBK hardly ever look so. */
const leastGb2312 = 0.9;

/**
 * Reads text in UTF-8 or UTF-16, with or without a mark in front, else in GB18030 (GBK is part of it). Never gives
 * garbled text: what fits no encoding, or GB18030 only by accident (Big5, Shift-JIS), is not read.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return decoded(bytes, utf16);
  const sample = bytes.subarray(0, sampleSize);
  if (sample.includes(0)) return { unreadable: 'binary' };
  const utf8 = decoded(bytes, 'utf-8');
  if (!('unreadable' in utf8) || startsWith(bytes, [0xef, 0xbb, 0xbf])) return utf8;
  return looksLikeChinese(bytes) ? decoded(bytes, 'gb18030') : { unreadable: 'encoding' };
}

function decoded(bytes: Uint8Array, encoding: TextEncoding): DecodedText {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // Private use and half pairs: no encoding of ours was meant.
    return /[\ue000-\uf8ff\ufffd\ufffe\uffff]/.test(text) ? { unreadable: 'encoding' } : { text, encoding };
  } catch {
    return { unreadable: 'encoding' };
  }
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  const sample = bytes.subarray(0, sampleSize);
  const zeros = [0, 0];
  for (const [i, byte] of sample.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > 4 && even === 0) return 'utf-16le';
  return even > 4 && odd === 0 ? 'utf-16be' : null;
}

function looksLikeChinese(bytes: Uint8Array): boolean {
  let [pairs, usual] = [0, 0];
  for (let i = 0; i < bytes.length; i += 1) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[i + 1] ?? 0;
    // Four bytes, of which the second is a digit: rare names and newer characters.
    if (trail >= 0x30 && trail <= 0x39) {
      i += 3;
      continue;
    }
    pairs += 1;
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) usual += 1;
    i += 1;
  }
  return pairs > 0 && usual / pairs >= leastGb2312;
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte);
}
