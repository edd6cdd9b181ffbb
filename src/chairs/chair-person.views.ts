import type { ChairPerson } from '../domain/panel/chair';
import type { Words } from '../words/words';

/** `副组长 李某` */
export function personWords({ post, name }: Pick<ChairPerson, 'post' | 'name'>, words: Words): string {
  return words.t('chairs.person', { post: words.t(`chairs.post.${post}`), name });
}
