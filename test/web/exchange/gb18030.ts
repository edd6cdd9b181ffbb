/** Text in GB18030: Node decodes it, but does not encode. */
export function gb18030(text: string): Buffer {
  const bytes = [...text].map((symbol) => {
    const code = symbol.codePointAt(0) ?? 0;
    return code < 0x80 ? Buffer.from(symbol) : encoded(symbol);
  });
  return Buffer.concat(bytes);
}

let table: Map<string, Buffer> | null = null;

/** The inverse of the decoder's table: two bytes, else four. */
function encoded(symbol: string): Buffer {
  if (table === null) {
    table = new Map();
    const decoder = new TextDecoder('gb18030');
    for (let lead = 0x81; lead <= 0xfe; lead += 1)
      for (let trail = 0x40; trail <= 0xfe; trail += 1)
        if (trail !== 0x7f) {
          const bytes = Buffer.from([lead, trail]);
          table.set(decoder.decode(bytes), bytes);
        }
  }
  const known = table.get(symbol);
  if (known) return known;
  const code = symbol.codePointAt(0) ?? 0;
  if (code < 0x10000) throw new Error(`no bytes for ${symbol}`);
  const at = code - 0x10000;
  const [a, b, c, d] = [
    Math.floor(at / 12600),
    Math.floor(at / 1260) % 10,
    Math.floor(at / 10) % 126,
    at % 10,
  ];
  return Buffer.from([0x90 + a, 0x30 + b, 0x81 + c, 0x30 + d]);
}
