import { keepsUp, timeOf } from '../domain/campaign/campaign';
import type { Day } from '../domain/shared/instant';
import { pageHead } from '../http/views/acts';
import type { ErrorSummary, Field } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { bar, tag, type Bar, type Tag } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { campaignFields, summaryOf, type Errors, type Typed } from './campaign-fields.views';
import type { CampaignLine, CampaignPage, CampaignRow, Tally } from './campaigns.queries';
import { exportAct, listSheet } from '../http/views/list-sheet';
import type { Sheet } from '../http/spreadsheet';

interface CampaignForm {
  readonly errors: ErrorSummary | null;
  readonly action: string;
  readonly fields: readonly Field[];
  readonly submit: string;
}

/** The model of `campaigns/index`. */
export interface CampaignsModel extends PageModel, CampaignForm {
  readonly note: string;
  readonly rows: readonly {
    readonly id: string;
    readonly href: string;
    readonly name: string;
    readonly tags: readonly Tag[];
    readonly term: string;
    readonly visits: string;
    readonly leads: string;
    readonly admitted: string;
  }[];
}

export interface FormInput {
  readonly typed: Typed;
  readonly errors: Errors;
}

const againstGoal = (done: number, goal: number, words: Words): string =>
  goal === 0 ? String(done) : words.t('campaigns.ofGoal', { done, goal });

export function campaignsView(
  lines: readonly CampaignLine[],
  { today, own }: { readonly today: Day; readonly own: boolean },
  form: FormInput | null,
  words: Words,
): CampaignsModel {
  const title = words.t('menu.campaigns');
  return {
    page: {
      title,
      dataPage: 'campaign-index',
      crumbs: [{ label: words.t('menu.desk'), href: '/' }, { label: title }],
      head: pageHead({
        title,
        meta: [words.t('campaigns.count', { n: lines.length })],
        acts: [
          { label: words.t('campaigns.visit.new'), href: '/visits/new', tone: 'primary' },
          { label: words.t('menu.visits'), href: '/visits' },
          exportAct('/campaigns.xlsx', words),
        ],
      }),
    },
    note: own ? words.t('campaigns.ownUnit') : '',
    rows: lines.map((line) => ({
      id: line.id,
      href: `/campaigns/${line.id}`,
      name: line.name,
      tags: tagsOf(line, today, words),
      term: termOf(line, words),
      visits: againstGoal(line.tally.visits, own ? 0 : line.visitGoal, words),
      leads: againstGoal(line.tally.leads, own ? 0 : line.leadGoal, words),
      admitted: String(line.tally.admitted),
    })),
    ...formOf(form, '/campaigns', words.t('campaigns.add'), words),
  };
}

/** The model of `campaigns/show`. */
export interface CampaignModel extends PageModel, CampaignForm {
  readonly note: string;
  readonly text: string;
  readonly goals: readonly {
    readonly label: string;
    readonly bar: Bar;
    readonly text: string;
    readonly pace: string;
    readonly behind: boolean;
  }[];
  readonly funnel: { readonly items: readonly object[] };
  readonly units: readonly {
    readonly unit: string;
    readonly visits: string;
    readonly firms: string;
    readonly leads: string;
    readonly admitted: string;
  }[];
  readonly list: string;
}

export function campaignView(
  data: CampaignPage,
  own: boolean,
  form: FormInput | null,
  words: Words,
): CampaignModel {
  const { campaign, tally, units, today } = data;
  return {
    page: {
      title: campaign.name,
      dataPage: 'campaign-show',
      crumbs: [
        { label: words.t('menu.desk'), href: '/' },
        { label: words.t('menu.campaigns'), href: '/campaigns' },
        { label: campaign.name },
      ],
      head: pageHead({
        title: campaign.name,
        meta: [termOf(campaign, words), ...tagsOf(campaign, today, words).map(({ label }) => label)],
        acts: [
          {
            label: words.t('campaigns.visit.new'),
            href: `/visits/new?campaign=${campaign.id}`,
            tone: 'primary',
          },
        ],
      }),
    },
    note: own ? words.t('campaigns.ownUnit') : '',
    text: campaign.note,
    goals: own ? [] : goalsOf(campaign, tally, today, words),
    funnel: {
      items: (['visits', 'firms', 'leads', 'admitted'] as const).map((name) => ({
        label: words.t(`campaigns.tally.${name}`),
        note: '',
        value: String(tally[name]),
        sub: shareOf(name, tally, words),
      })),
    },
    units: units.map(({ unitName, visits, firms, leads, admitted }) => ({
      unit: unitName,
      visits: String(visits),
      firms: String(firms),
      leads: String(leads),
      admitted: String(admitted),
    })),
    list: `/visits?campaign=${campaign.id}`,
    ...formOf(form, `/campaigns/${campaign.id}`, words.t('chains.save'), words),
  };
}

/** Each goal against what is done, with the share of time that is over as a line on the bar. */
function goalsOf(campaign: CampaignRow, tally: Tally, today: Day, words: Words): CampaignModel['goals'] {
  const time = timeOf(campaign, today);
  const share = Math.floor((time.passed * 100) / time.total);
  const goals = [
    ['visits', tally.visits, campaign.visitGoal],
    ['leads', tally.leads, campaign.leadGoal],
  ] as const;
  return goals
    .filter(([, , goal]) => goal > 0)
    .map(([name, done, goal]) => {
      const keeping = keepsUp(done, goal, time);
      return {
        label: words.t(`campaigns.tally.${name}`),
        bar: bar(done, goal, time.passed / time.total),
        text: words.t('campaigns.goalLine', { done, goal, percent: Math.floor((done * 100) / goal) }),
        pace: words.t(keeping ? 'campaigns.keeping' : 'campaigns.behind', { percent: share }),
        behind: !keeping,
      };
    });
}

/** How many of the step before came this far. */
function shareOf(name: keyof Tally, tally: Tally, words: Words): string {
  const before = { visits: 0, firms: 0, leads: tally.visits, admitted: tally.leads }[name];
  if (before === 0) return '';
  const percent = Math.floor((tally[name] * 100) / before);
  return words.t(name === 'leads' ? 'campaigns.ofVisits' : 'campaigns.ofLeads', { percent });
}

function termOf({ startsOn, endsOn }: CampaignRow, words: Words): string {
  const fmt = formatsFor(words);
  return words.t('campaigns.term', { from: fmt.official(startsOn), to: fmt.official(endsOn) });
}

function tagsOf(campaign: CampaignRow, today: Day, words: Words): Tag[] {
  const state = today < campaign.startsOn ? 'ahead' : today > campaign.endsOn ? 'over' : 'running';
  const tones = { ahead: '', running: 'green', over: 'line' } as const;
  return [
    tag(words.t(`campaigns.state.${state}`), tones[state], state),
    tag(words.t(`campaigns.kind.${campaign.kind}`), 'line'),
    ...(campaign.partyBuilding === 1 ? [tag(words.t('campaigns.party'), 'red')] : []),
  ];
}

function formOf(form: FormInput | null, action: string, submit: string, words: Words): CampaignForm {
  return {
    errors: form && summaryOf(form.errors, words),
    action,
    fields: form ? campaignFields(form, words) : [],
    submit: form ? submit : '',
  };
}

/** The campaigns to take away, with what the page shows of each. */
export function campaignSheet(model: CampaignsModel, words: Words): Sheet {
  return listSheet(
    words.t('menu.campaigns'),
    [
      [words.t('campaigns.field.name'), 36, 'name'],
      [words.t('sheets.standing'), 20, 'tags'],
      [words.t('campaigns.head.term'), 30, 'term'],
      [words.t('campaigns.tally.visits'), 14, 'visits'],
      [words.t('campaigns.tally.leads'), 14, 'leads'],
      [words.t('campaigns.tally.admitted'), 14, 'admitted'],
    ],
    model.rows,
  );
}
