import { allows, PolicyName } from '../domain/access/policies';
import { holds, type Viewer } from '../domain/access/viewer';
import type { Words } from '../words/words';
import type { MenuGroup } from './views/frame';

interface Entry {
  word: string;
  href: string;
  policy: PolicyName;
}

/** The side menu, in the order of the work. Who may not use a route does not see its entry. */
const groups: { heading: string; entries: Entry[] }[] = [
  {
    heading: 'menu.work',
    entries: [
      { word: 'menu.desk', href: '/', policy: 'page.home' },
      { word: 'menu.late', href: '/late', policy: 'promise.list' },
      { word: 'account.title', href: '/account', policy: 'session.own' },
    ],
  },
  {
    heading: 'menu.leads',
    entries: [
      { word: 'menu.newLead', href: '/leads/new', policy: 'lead.create' },
      { word: 'leads.quick.menu', href: '/leads/quick', policy: 'lead.create' },
      { word: 'menu.leadList', href: '/leads', policy: 'lead.list' },
      { word: 'exchange.imports.title', href: '/leads/imports', policy: 'lead.import' },
      { word: 'menu.intake', href: '/intake', policy: 'intake.desk' },
      { word: 'questions.desk.title', href: '/questions', policy: 'question.ask' },
      { word: 'menu.answers', href: '/answers', policy: 'answer.list' },
      { word: 'menu.fairCompetition', href: '/fair-competition', policy: 'fairCompetition.list' },
    ],
  },
  {
    heading: 'menu.firstReports',
    entries: [
      { word: 'menu.claims', href: '/claims', policy: 'claim.list' },
      { word: 'menu.disputes', href: '/disputes', policy: 'dispute.show' },
      { word: 'menu.handOvers', href: '/hand-overs', policy: 'lead.handOver' },
    ],
  },
  {
    heading: 'menu.outreach',
    entries: [
      { word: 'menu.chains', href: '/chains', policy: 'chain.read' },
      { word: 'menu.campaigns', href: '/campaigns', policy: 'campaign.list' },
      { word: 'menu.visits', href: '/visits', policy: 'visit.list' },
      { word: 'menu.ambassadors', href: '/ambassadors', policy: 'ambassador.read' },
      { word: 'menu.outposts', href: '/outposts', policy: 'outpost.edit' },
    ],
  },
  {
    heading: 'menu.preReview',
    entries: [
      { word: 'menu.rounds', href: '/rounds', policy: 'round.list' },
      { word: 'menu.vetoes', href: '/vetoes', policy: 'veto.list' },
      { word: 'menu.followUps', href: '/follow-ups', policy: 'followUp.list' },
      { word: 'menu.insight', href: '/insight', policy: 'insight.read' },
    ],
  },
  {
    heading: 'menu.projects',
    entries: [
      { word: 'menu.cage', href: '/cage', policy: 'cage.list' },
      { word: 'menu.hostBook', href: '/hosts', policy: 'host.read' },
      { word: 'menu.policies', href: '/policies', policy: 'policy.read' },
    ],
  },
  {
    heading: 'menu.ruleBook',
    entries: [
      { word: 'menu.rubrics', href: '/rubrics', policy: 'rubric.read' },
      { word: 'menu.rules', href: '/rules', policy: 'rubric.read' },
      { word: 'menu.panels', href: '/panels', policy: 'panel.read' },
    ],
  },
  {
    heading: 'menu.system',
    entries: [
      { word: 'menu.people', href: '/admin/people', policy: 'admin.read' },
      { word: 'menu.units', href: '/admin/units', policy: 'admin.read' },
      { word: 'menu.hosts', href: '/admin/hosts', policy: 'admin.read' },
      { word: 'menu.settings', href: '/admin/settings', policy: 'admin.read' },
      { word: 'menu.mail', href: '/admin/mail', policy: 'mail.read' },
    ],
  },
  {
    heading: 'menu.records',
    entries: [
      { word: 'menu.ledger', href: '/ledger', policy: 'ledger.read' },
      { word: 'menu.accessLog', href: '/access-log', policy: 'accessLog.read' },
      { word: 'menu.retention', href: '/retention', policy: 'retention.read' },
      { word: 'menu.disclosures', href: '/admin/disclosures', policy: 'disclosure.read' },
    ],
  },
];

/** The menu of one person on one page; the entry whose address fits the page best is the current one. */
export function menuFor(viewer: Viewer | null, path: string, words: Words): MenuGroup[] {
  if (!viewer) return [];
  const open = groups
    .map(({ heading, entries }) => ({
      heading,
      entries: entries.filter(({ policy }) => allows(policy, viewer, null, 'production')),
    }))
    .filter(({ entries }) => entries.length > 0);
  const current = bestFit(
    open.flatMap(({ entries }) => entries.map(({ href }) => href)),
    path,
  );
  return open.map(({ heading, entries }) => ({
    heading: words.t(heading),
    items: entries.map(({ word, href }) => ({
      label: words.t(word === 'menu.leadList' && onlyScout(viewer) ? 'menu.ownLeads' : word),
      href,
      current: href === current,
      count: '',
      late: false,
    })),
  }));
}

function onlyScout(viewer: Viewer): boolean {
  return holds(viewer, 'scout') && !holds(viewer, 'secretariat', 'inspector', 'leadingGroup');
}

function bestFit(hrefs: string[], path: string): string {
  const [bare = ''] = path.split('?');
  const fits = hrefs.filter(
    (href) =>
      href === path || href === bare || (href !== '/' && !href.includes('?') && bare.startsWith(`${href}/`)),
  );
  return fits.sort((a, b) => b.length - a.length)[0] ?? '';
}
