/** Width times height as the image's own header says, or null when it has none. Nothing is decoded. */
export function imagePixels(head: Buffer, kind: 'jpg' | 'png'): number | null {
  return kind === 'png' ? pngPixels(head) : jpegPixels(head);
}

function pngPixels(head: Buffer): number | null {
  if (head.length < 24 || head.toString('latin1', 12, 16) !== 'IHDR') return null;
  return head.readUInt32BE(16) * head.readUInt32BE(20);
}

/** Walks the segments to the frame header (SOF0 to SOF15 without the three that are something else). */
function jpegPixels(head: Buffer): number | null {
  for (let at = 2; at + 9 < head.length;) {
    if (head[at] !== 0xff) return null;
    const marker = head[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return head.readUInt16BE(at + 5) * head.readUInt16BE(at + 7);
    at += 2 + head.readUInt16BE(at + 2);
  }
  return null;
}
