import { createRequire } from 'node:module';

type Convert = (text: string) => string;

/** The data for traditional to simplified is large and most cities never meet a traditional name: read when wanted. */
const load = createRequire(__filename);
let convert: Convert | undefined;
let everyday: ReadonlySet<string> | undefined;

/** The 6,763 Han characters of GB 2312: text made of these alone is simplified already. */
function simplifiedCharacters(): ReadonlySet<string> {
  if (everyday !== undefined) return everyday;
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row += 1)
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) bytes.push(row, cell);
  everyday = new Set(new TextDecoder('gbk').decode(Uint8Array.from(bytes)));
  return everyday;
}

function converter(): Convert {
  if (convert === undefined) {
    const { Converter } = load('opencc-js/t2cn') as {
      Converter: (this: void, options: { from: string; to: string }) => Convert;
    };
    convert = Converter({ from: 't', to: 'cn' });
  }
  return convert;
}

/** Chinese in simplified characters, whichever it was written in (OpenCC's tables); other text as it is. */
export function inSimplified(text: string): string {
  const known = simplifiedCharacters();
  const strange = [...text].some((symbol) => /\p{Script=Han}/u.test(symbol) && !known.has(symbol));
  return strange ? converter()(text) : text;
}
