import { plainText } from '../http/forms';

/** What could tie a unit to an investor, as typed; '' for nothing known. */
export interface UnitTiesGiven {
  readonly uscc: string;
  readonly groupParent: string;
  /** Class of GB/T 4754, `C3670`. */
  readonly industryCode: string;
  /** What it belongs to; not sent, it stays as it is. */
  readonly level?: string;
}

/** More than any of it can be long; what is beyond is not even shown again. */
const longestKept = 400;

export function typedTies(body: Readonly<Record<string, unknown>>): UnitTiesGiven {
  const text = (name: string): string => plainText(body[name]).slice(0, longestKept);
  return {
    uscc: text('uscc'),
    groupParent: text('groupParent'),
    industryCode: text('industryCode'),
    ...(body['level'] === undefined ? {} : { level: text('level') }),
  };
}
