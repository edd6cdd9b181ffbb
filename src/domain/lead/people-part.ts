import type { LeadContent } from './lead-content';

/** What a record says about people who are not on our side: the investor's contact, and who brought the two together. */
export interface PeoplePart {
  readonly contact: {
    name: string | null;
    title: string | null;
    mobile: string | null;
    email: string | null;
  };
  readonly referrer: { name: string | null; contact: string | null };
  /** What was typed into their controls and could not be read, by control. */
  readonly asTyped: Readonly<Record<string, string>>;
}

const OF_PEOPLE = /^(contact|referrer)\[/;

/** Whether a control of the form is about one of them. */
export const isOfPeople = (control: string): boolean => OF_PEOPLE.test(control);

/** The people in a record. */
export function peopleOf({ contact, referrer, asTyped }: LeadContent): PeoplePart {
  const { name, title, mobile, email } = contact;
  return {
    contact: { name, title, mobile, email },
    referrer: { name: referrer.name, contact: referrer.contact },
    asTyped: pick(asTyped, (control) => OF_PEOPLE.test(control)),
  };
}

/** The record without them. That they were told what their data are for, and that a referrer declared an interest, stays. */
export function withoutPeople(content: LeadContent): LeadContent {
  return {
    ...content,
    contact: { ...content.contact, name: null, title: null, mobile: null, email: null },
    referrer: { ...content.referrer, name: null, contact: null },
    asTyped: pick(content.asTyped, (control) => !OF_PEOPLE.test(control)),
  };
}

/** The record with them again; null leaves it as it is. */
export function withPeople(content: LeadContent, people: PeoplePart | null): LeadContent {
  if (people === null) return content;
  return {
    ...content,
    contact: { ...content.contact, ...people.contact },
    referrer: { ...content.referrer, ...people.referrer },
    asTyped: { ...content.asTyped, ...people.asTyped },
  };
}

function pick(
  from: Readonly<Record<string, string>> = {},
  wanted: (key: string) => boolean,
): Record<string, string> {
  return Object.fromEntries(Object.entries(from).filter(([key]) => wanted(key)));
}
