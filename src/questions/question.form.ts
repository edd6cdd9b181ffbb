import { plainText } from '../http/forms';

type Body = Readonly<Record<string, unknown>>;

/** The key of a page; where a page brought none, the press has one of its own. */
export function keyOf(body: Body, otherwise: () => string): string {
  const given = body['idempotencyKey'];
  return typeof given === 'string' && /^[\w-]{1,64}$/.test(given) ? given : otherwise();
}

/** The boxes that were ticked; what is no id is left out. */
export function tickedIds(body: Body, name: string): string[] {
  return [body[name]]
    .flat()
    .filter((id): id is string => typeof id === 'string' && /^[0-9a-z]{26}$/.test(id));
}

export const textOf = (body: Body, name: string): string => plainText(body[name]);
