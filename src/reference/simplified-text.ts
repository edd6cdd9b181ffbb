import { createRequire } from 'node:module';

type Convert = (text: string) => string;

let convert: Convert | undefined;

/**
 * Chinese text in simplified symbols, by the tables of OpenCC. They are loaded on first use: it takes some 70 ms, and
 * most processes never ask.
 */
export function simplifiedText(text: string): string {
  if (!/\p{Script=Han}/u.test(text)) return text;
  convert ??= converter();
  return convert(text);
}

function converter(): Convert {
  const { Converter } = createRequire(__filename)('opencc-js/t2cn') as {
    Converter: (options: { from: string; to: string }) => Convert;
  };
  return Converter({ from: 't', to: 'cn' });
}
