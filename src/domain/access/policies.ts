import { holds, type BallotViewer, type Role, type Viewer } from './viewer';

/** Everybody, everybody signed in, a ballot session, demo mode only, or the roles named; a ballot session among them. */
export type Allowed = 'anyone' | 'signedIn' | 'ballot' | 'demo' | readonly (Role | 'ballot')[];
export type Mode = 'production' | 'demo' | 'test';

/** Who reads a lead as a whole; which leads, `lead-access` decides. */
const LEAD_READERS = ['scout', 'secretariat', 'host', 'supporter', 'inspector', 'leadingGroup'] as const;
const CAGE_READERS = [
  'secretariat',
  'host',
  'scout',
  'sponsor',
  'leadingGroup',
  'inspector',
  'supporter',
] as const;

/** One row for each thing a route may be for. A route without a policy here is answered to nobody. */
export const policies = {
  'page.home': 'signedIn',
  'session.signIn': 'anyone',
  'session.signOut': 'anyone',
  'session.setup': 'anyone',
  'session.own': 'signedIn',
  'demo.signIn': 'demo',
  'locale.switch': 'anyone',
  'asset.read': 'anyone',
  'ops.probe': 'anyone',

  'lead.list': ['scout', 'secretariat', 'inspector', 'leadingGroup'],
  'lead.create': ['scout'],
  /** The secretariat enters for a scout, who hands in. */
  'lead.import': ['scout', 'secretariat'],
  'lead.show': LEAD_READERS,
  /** Who may be shown a contact, and who may read who was, `lead-access` decides. */
  'contact.show': LEAD_READERS,
  'contact.unmask': ['scout', 'secretariat', 'host'],
  'lead.edit': ['scout'],
  'lead.submit': ['scout'],
  'lead.withdraw': ['scout'],
  'lead.attach': ['scout'],
  'lead.answer': ['scout'],
  'lead.intake': ['secretariat'],
  'intake.desk': ['secretariat'],
  /** To another host the scout answers; which proposal, its service decides. */
  'transfer.answer': ['scout'],
  'question.ask': ['secretariat'],
  'question.answer': ['scout'],
  'lead.offer': ['secretariat'],
  /** Which first reports and disputes, their queries decide. */
  'claim.list': ['scout', 'secretariat', 'inspector', 'leadingGroup'],
  'claim.show': ['scout', 'secretariat', 'inspector', 'leadingGroup'],
  'claim.evidence': ['scout'],
  'claim.receipt': 'anyone',
  'match.list': ['secretariat', 'inspector'],
  'match.rule': ['secretariat'],
  'dispute.show': ['scout', 'secretariat', 'inspector', 'leadingGroup'],
  'dispute.file': ['scout'],
  'dispute.answer': ['scout'],
  'dispute.propose': ['secretariat'],
  'dispute.rule': ['secretariat', 'leadingGroup'],
  'coScout.answer': ['scout'],
  'ambassador.read': ['secretariat', 'inspector', 'admin', 'leadingGroup'],
  'ambassador.edit': ['secretariat'],
  'outpost.read': ['secretariat', 'inspector', 'admin', 'leadingGroup'],
  'outpost.edit': ['secretariat', 'admin'],
  'lead.handOver': ['secretariat', 'admin'],
  'chain.read': LEAD_READERS,
  'chain.edit': ['secretariat'],
  /** Of which unit, `visitScope` decides. */
  'visit.list': ['scout', 'secretariat', 'leadingGroup'],
  'visit.log': ['scout', 'secretariat'],
  'campaign.list': ['scout', 'secretariat', 'leadingGroup'],
  'campaign.edit': ['secretariat'],
  'host.state': ['host'],
  'answer.list': ['host', 'supporter', 'secretariat'],
  /** What hosts have and want is for every scout to know. */
  'host.read': 'signedIn',
  'host.profile': ['host', 'admin'],
  'element.answer': ['supporter'],
  /** Of which host, and which entries, its queries decide. */
  'elements.read': ['secretariat', 'host', 'supporter', 'inspector', 'leadingGroup'],
  'file.read': 'signedIn',

  /** What is published anybody may read: a scout asks by it. */
  'policy.read': 'signedIn',
  'policy.keep': ['secretariat', 'admin'],
  'fairCompetition.show': LEAD_READERS,
  /** Which of them, the city's own rules decide. */
  'fairCompetition.opine': ['secretariat', 'supporter'],
  'fairCompetition.list': ['secretariat', 'supporter', 'inspector', 'leadingGroup'],

  'promise.show': LEAD_READERS,
  'promise.list': LEAD_READERS,
  /** Whose lead and whose turn, the rules of promises decide. */
  'promise.record': ['scout', 'secretariat'],
  'promise.pause': ['scout', 'secretariat', 'host', 'supporter'],
  'promise.decidePause': ['secretariat', 'leadingGroup'],
  'calendar.read': ['admin', 'secretariat'],

  'rubric.read': ['secretariat', 'inspector', 'admin'],
  'rubric.edit': ['secretariat'],
  'rubric.publish': ['secretariat'],
  'rules.edit': ['secretariat'],
  'rules.simulate': ['secretariat', 'inspector'],
  'panel.read': ['secretariat', 'inspector', 'admin'],
  'panel.manage': ['secretariat', 'admin'],
  'round.list': ['secretariat', 'inspector'],
  'round.show': ['secretariat', 'inspector'],
  'round.plan': ['secretariat'],
  'round.assign': ['secretariat'],
  'round.recuse': ['secretariat'],
  'chair.show': ['secretariat', 'inspector'],
  'chair.name': ['secretariat'],
  /** Who presides over which item, its queries decide. */
  'chair.recuse': ['leadingGroup'],
  'round.open': ['secretariat'],
  'round.extend': ['secretariat'],
  'round.close': ['secretariat'],
  'round.cancel': ['secretariat'],
  'round.reopen': ['secretariat', 'leadingGroup'],
  'round.void': ['secretariat', 'leadingGroup'],
  'round.remind': ['secretariat'],
  'round.reissue': ['secretariat'],
  'round.handOver': ['secretariat'],
  'result.show': ['secretariat', 'inspector', 'leadingGroup'],
  'result.rule': ['leadingGroup'],
  'result.announce': ['secretariat'],
  'insight.read': ['secretariat', 'inspector'],
  'result.override': ['leadingGroup'],
  /** Whom a condition or a consultation concerns, their queries decide. */
  'condition.set': ['leadingGroup'],
  'condition.settingPage': ['leadingGroup', 'secretariat'],
  'hostCondition.settle': ['leadingGroup', 'secretariat'],
  'condition.show': 'signedIn',
  'condition.report': 'signedIn',
  'condition.check': ['secretariat'],
  'consultation.show': 'signedIn',
  'consultation.call': ['secretariat'],
  'consultation.speak': 'signedIn',
  'consultation.conclude': ['leadingGroup'],
  'deferral.callUp': ['secretariat'],
  'followUp.list': ['secretariat', 'inspector', 'leadingGroup'],

  'link.open': 'anyone',
  'ballot.vote': 'ballot',
  /** Ballots on paper, for seats that cannot open a link; which of them and how much of one, its rules decide. */
  'paperBallot.read': ['secretariat', 'inspector'],
  'paperBallot.enter': ['secretariat'],
  'paperBallot.settle': ['secretariat'],
  'veto.list': ['secretariat', 'leadingGroup'],
  /** Which veto, and whether to look or to act, its own rules decide. */
  'veto.settle': ['ballot', 'secretariat', 'leadingGroup'],
  'receipt.show': 'anyone',
  'letter.show': ['scout', 'secretariat', 'inspector', 'leadingGroup'],

  'cage.list': CAGE_READERS,
  'cage.show': CAGE_READERS,
  'cage.fill': ['secretariat', 'host'],

  'ledger.read': ['inspector', 'secretariat'],
  /** Who was shown what; the secretariat is among those it watches. */
  'accessLog.read': ['inspector', 'admin'],
  /** What personal data were erased and what is held back from it. */
  'retention.read': ['admin', 'secretariat', 'inspector'],
  'retention.hold': ['admin', 'secretariat'],
  /** What is held about one person; the inspector sees that it was handed out and why. */
  'disclosure.read': ['admin', 'secretariat', 'inspector'],
  'disclosure.make': ['admin', 'secretariat'],
  'admin.read': ['admin', 'secretariat'],
  'admin.people': ['admin'],
  /** Rules and lists of the city; the secretariat works by them every day. */
  'setting.change': ['admin', 'secretariat'],
  'unit.ties': ['admin', 'secretariat'],
  'mail.read': ['admin', 'secretariat'],
  /** Where mails go out by SMTP there is no such page; the configuration refuses the mailbox in production. */
  'mailbox.read': 'anyone',
} as const satisfies Readonly<Record<string, Allowed>>;

export type PolicyName = keyof typeof policies;

export function isPolicy(name: string): name is PolicyName {
  return Object.hasOwn(policies, name);
}

/**
 * Whether a route with this policy may be answered at all. Demo pages exist in demo mode only, elsewhere not even for
 * an administrator. A ballot session opens ballot pages and nothing that needs a signed-in person.
 */
export function allows(
  policy: PolicyName,
  viewer: Viewer | null,
  ballot: BallotViewer | null,
  mode: Mode,
): boolean {
  const allowed: Allowed = policies[policy];
  if (allowed === 'anyone') return true;
  if (allowed === 'demo') return mode === 'demo';
  if (allowed === 'ballot') return ballot !== null;
  if (allowed !== 'signedIn' && allowed.includes('ballot') && ballot !== null) return true;
  if (viewer === null) return false;
  return allowed === 'signedIn' || allowed.some((one) => one !== 'ballot' && holds(viewer, one));
}

/** What someone lacks who was turned away: the demo, a voting link, or signing in as a person with a fitting role. */
export function policyNeeds(policy: PolicyName): 'nothing' | 'demo' | 'ballot' | 'person' {
  const allowed: Allowed = policies[policy];
  if (allowed === 'anyone') return 'nothing';
  return allowed === 'demo' || allowed === 'ballot' ? allowed : 'person';
}
