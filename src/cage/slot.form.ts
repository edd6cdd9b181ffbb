import { checkSlot, type Milestone, type TeamMember } from '../domain/cage/five-ones';
import type { Refusal } from '../domain/shared/refusal';
import type { LeaderGiven, SlotChange, SlotGiven } from './five-ones.service';
import type { FillableSlot, SlotContents } from './slot-content';

/** What is wrong with a form: the control, and the key of the sentence beside it. */
export interface SlotFault {
  readonly field: string;
  readonly key: string;
}

export interface ReadSlot {
  readonly given: SlotGiven;
  readonly change: SlotChange;
  readonly faults: readonly SlotFault[];
}

/** Characters of a line and of a longer text at the most. */
const most = { line: 100, text: 1000 };

type Body = Readonly<Record<string, unknown>>;

/** Reads a form of the five ones and says what is wrong with it. Never throws, whatever was sent. */
export function readSlot(slot: FillableSlot, body: Body): ReadSlot {
  const version = text(body, 'version');
  const change = {
    reason: text(body, 'reason'),
    version: /^\d{1,6}$/.test(version) ? Number(version) : null,
  };
  const given = { slot, content: readers[slot](body) } as SlotGiven;
  return {
    given,
    change,
    faults: [
      ...faultsOf(given),
      ...tooLong(controlsOf(given), ''),
      ...tooLong({ reason: change.reason }, ''),
    ],
  };
}

const readers: {
  readonly [S in FillableSlot]: (body: Body) => S extends 'leader' ? LeaderGiven : SlotContents[S];
} = {
  leader: (body) => ({
    personId: text(body, 'sponsorId'),
    since: text(body, 'since'),
    contactRhythm: text(body, 'contactRhythm'),
    handoverNote: text(body, 'handoverNote'),
  }),
  team: (body) => ({
    leadUnit: text(body, 'leadUnit'),
    leadPerson: text(body, 'leadPerson'),
    serviceOfficer: text(body, 'serviceOfficer'),
    serviceOfficerPhone: text(body, 'serviceOfficerPhone'),
    alternate: text(body, 'alternate'),
    members: rows(body, 'members').map((row): TeamMember => ({
      name: text(row, 'name'),
      role: text(row, 'role'),
      phone: text(row, 'phone'),
    })),
  }),
  plan: (body) => ({
    milestones: rows(body, 'milestones').map((row): Milestone => ({
      title: text(row, 'title'),
      owner: text(row, 'owner'),
      dueOn: text(row, 'dueOn'),
      evidence: text(row, 'evidence'),
    })),
    elementDemands: text(body, 'elementDemands'),
    risks: text(body, 'risks'),
  }),
  followThrough: (body) => ({
    reviewRhythm: text(body, 'reviewRhythm'),
    closingCondition: text(body, 'closingCondition'),
    nextCheckOn: text(body, 'nextCheckOn'),
    issues: text(body, 'issues'),
  }),
};

function faultsOf(given: SlotGiven): SlotFault[] {
  const problems =
    given.slot === 'leader'
      ? checkSlot('leader', { ...given.content, name: given.content.personId, post: '-' })
      : checkSlot(given.slot, given.content as never);
  const found = problems.map(({ field, because }) => ({
    field: given.slot === 'leader' && field === 'name' ? 'sponsorId' : field,
    key: `cage.fault.${because}`,
  }));
  if (given.slot !== 'team') return found;
  const { leadPerson, serviceOfficerPhone } = given.content;
  return [
    ...found,
    ...(leadPerson === '' ? [{ field: 'leadPerson', key: 'cage.fault.textMissing' }] : []),
    ...(/^[\d+\- ]{7,20}$/.test(serviceOfficerPhone)
      ? []
      : [{ field: 'serviceOfficerPhone', key: 'cage.fault.phone' }]),
  ];
}

/** The content under the names of its controls: a leader is chosen as a sponsor. */
function controlsOf({ slot, content }: SlotGiven): object {
  if (slot !== 'leader') return content;
  const { personId: sponsorId, ...others } = content;
  return { sponsorId, ...others };
}

const longTexts = ['handoverNote', 'elementDemands', 'risks', 'issues', 'reason'];

function tooLong(value: object, within: string): SlotFault[] {
  return Object.entries(value).flatMap(([name, entry]: [string, unknown]) => {
    const field = within === '' ? name : `${within}[${name}]`;
    if (Array.isArray(entry)) return entry.flatMap((row: object, at) => tooLong(row, `${field}[${at}]`));
    const limit = longTexts.includes(name) ? most.text : most.line;
    return typeof entry === 'string' && entry.length > limit
      ? [{ field, key: `cage.fault.tooLong.${limit}` }]
      : [];
  });
}

function text(holder: Body, name: string): string {
  const value = Object.hasOwn(holder, name) ? holder[name] : undefined;
  return typeof value === 'string' ? value.trim() : '';
}

/** Rows of a repeated group; those in which nothing was filled in are left out. At most forty are read. */
function rows(holder: Body, name: string): Body[] {
  const value = Object.hasOwn(holder, name) ? holder[name] : undefined;
  const list: unknown[] = Array.isArray(value)
    ? value
    : typeof value === 'object' && value !== null
      ? Object.values(value)
      : [];
  return list
    .filter((row): row is Body => typeof row === 'object' && row !== null && !Array.isArray(row))
    .filter((row) => Object.keys(row).some((key) => text(row, key) !== ''))
    .slice(0, 40);
}

/** Where a refusal of the service belongs in the form. */
const fields: Readonly<Record<string, string>> = {
  changeNeedsReason: 'reason',
  handoverNoteMissing: 'handoverNote',
  notASponsor: 'sponsorId',
};

export function faultOf({ because }: Refusal): SlotFault {
  return { field: fields[because] ?? 'reason', key: `refusal.${because}` };
}
