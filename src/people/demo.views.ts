import type { PageModel } from '../http/views/frame';
import type { Words } from '../words/words';
import type { PersonCard } from './people.queries';

export interface DemoModel extends PageModel {
  groups: { heading: string; people: { account: string; name: string; what: string }[] }[];
}

/** The people of the demo city by what they are, with what each is good for trying. */
export function demoView(people: readonly PersonCard[], words: Words): DemoModel {
  const groups = new Map<string, PersonCard[]>();
  for (const person of people) {
    const [role = 'panelist'] = person.roles;
    groups.set(role, [...(groups.get(role) ?? []), person]);
  }
  return {
    page: { title: words.t('demo.title'), dataPage: 'demo', layout: 'plain' },
    groups: [...groups].map(([role, members]) => ({
      heading: words.t(`role.${role}`),
      people: members.map(({ account, name, unitName, post }) => ({
        account,
        name,
        what: `${unitName} · ${post}`,
      })),
    })),
  };
}
