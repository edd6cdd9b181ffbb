import { criteriaFor } from '../../../src/domain/rubric/rubric-content';
import { manufacturing } from '../../../src/domain/rubric/manufacturing';
import type { Fields } from '../../support/visitor';
import type { Account, HostileCity } from './hostile-city';
import { importForms } from './import-forms';
import { afterClosingForms } from './after-closing-forms';
import { rubricForms } from './rubric-forms';
import { ruleForms } from './rule-forms';
import { chainForms } from './chain-forms';
import { paperForms } from './paper-forms';
import { intakeForms } from './intake-forms';
import { hostForms } from './host-forms';
import { claimForms } from './claim-forms';
import { interestForms } from './interest-forms';
import { promiseForms } from './promise-forms';
import { privacyForms } from './privacy-forms';
import { paperBallotForms } from './paper-ballot-forms';
import { vetoForms } from './veto-forms';

/** One form of the program: who sends it, to where, and a body that its rules take. */
export interface HostileForm {
  url: string;
  who: Account;
  path(): Promise<string> | string;
  fields: Fields;
  /** A taken form uses its object up: a request that was taken asks `path` for a fresh one. */
  spends?: boolean;
  /** Ends the browser of whoever sends it. */
  ends?: boolean;
  multipart?: boolean;
}

const password = '五月的风吹过老城门的石阶';

/** Stands in a body for a queued lead that no round has. */
export const fresh = '@fresh';

/** Every form of the program. A route that is missing here fails the sweep. */
export function hostileForms(city: HostileCity): HostileForm[] {
  const { things } = city;
  const at = (path: string) => () => path;
  const person = {
    name: '某某',
    email: 'someone@yijiang.example',
    post: '',
    mobile: '',
    unitId: things.unit,
    roles: ['scout'],
    locale: '',
  };
  const host = {
    name: '新园区',
    kind: 'park',
    chemicalPark: '',
    region: '宜江市',
    leadChains: ['electronics'],
    unitId: '',
  };
  const seat = { kind: 'park', unitId: things.unit, function: '', holderId: '', alternateId: '' };
  const scores = Object.fromEntries(criteriaFor(manufacturing, 'park').map(({ code }) => [code, '4']));
  const ballot = {
    scores,
    reasons: {},
    na: {},
    vote: 'agree',
    comment: '意见',
    note: '说明',
    intent: 'cast',
    idempotencyKey: 'k',
  };
  const slots: Record<string, Fields> = {
    leader: {
      sponsorId: city.city.city.people.get('leader-02') ?? '',
      since: '2026-03-17',
      contactRhythm: 'weekly',
      handoverNote: '',
      reason: '',
      version: '',
    },
    team: {
      leadUnit: '高新区',
      leadPerson: '某某',
      serviceOfficer: '某某',
      serviceOfficerPhone: '15400000001',
      alternate: '某某',
      members: { 0: { name: '甲', role: '乙', phone: '15400000002' } },
      reason: '',
      version: '',
    },
    plan: {
      milestones: { 0: { title: '签约', owner: '某某', dueOn: '2026-06-01', evidence: '合同' } },
      elementDemands: '用地',
      risks: '无',
      reason: '',
      version: '',
    },
    'follow-through': {
      reviewRhythm: 'weekly',
      closingCondition: '达产',
      nextCheckOn: '2026-04-01',
      issues: '',
      reason: '',
      version: '',
    },
  };
  return [
    {
      url: '/leads',
      who: 'scout-01',
      path: at('/leads'),
      fields: { ...city.entry().body, creationKey: '', intent: 'draft' },
    },
    { url: '/leads/:id', who: 'scout-01', path: at(`/leads/${things.draft}`), fields: city.entry().body },
    {
      url: '/leads/:id/clone',
      who: 'scout-01',
      path: at(`/leads/${things.draft}/clone`),
      fields: { creationKey: 'k' },
    },
    {
      url: '/admin/settings/scope-rules',
      who: 'secretary-01',
      path: at('/admin/settings/scope-rules'),
      fields: {
        thresholds: { manufacturing: { totalWan: '1亿', fixedAssetWan: '6000', industries: 'C36' } },
        exclusions: { catering: { on: 'on', industries: 'H62', words: '餐厅' } },
        governmentPercent: '50',
        countyOwned: 'on',
        leadingTotalWan: '100000',
        reason: '市里新文件',
        basedOn: '0',
      },
    },
    {
      url: '/leads/:id/submission',
      who: 'scout-01',
      path: () => city.draft().then((id) => `/leads/${id}/submission`),
      fields: { idempotencyKey: 'k' },
      spends: true,
    },
    {
      url: '/leads/:id/withdrawal',
      who: 'scout-01',
      path: () => city.submitted().then((id) => `/leads/${id}/withdrawal`),
      fields: { reason: '投资方改变计划' },
      spends: true,
    },
    {
      url: '/leads/:id/files',
      who: 'scout-01',
      path: at(`/leads/${things.draft}/files`),
      fields: { kind: 'other' },
      multipart: true,
    },
    {
      url: '/leads/:id/intake',
      who: 'secretary-01',
      path: () => city.submitted().then((id) => `/leads/${id}/intake`),
      fields: { verdict: 'return', reason: '请补充附件', mergeInto: '' },
      spends: true,
    },
    {
      url: '/leads/:id/host-statements',
      who: 'host-01',
      path: at(`/leads/${things.queued}/host-statements`),
      fields: { verdict: 'decline', reasonCode: 'energyShort', text: '能耗指标不足' },
    },
    {
      url: '/leads/:id/element-answers',
      who: 'supporter-01',
      path: at(`/leads/${things.queued}/element-answers`),
      fields: {
        element: 'land',
        verdict: 'yes',
        quantity: '12.5',
        unit: '亩',
        availableOn: '2026-09-01',
        text: '净地',
      },
    },
    {
      url: '/rounds',
      who: 'secretary-01',
      path: at('/rounds'),
      fields: {
        title: '测试',
        rubricVersionId: things.rubricVersion,
        panelId: city.city.city.panelId,
        deadlineAt: '2026-03-27T18:00',
        leadIds: [fresh],
        secondLook: [fresh],
        asked: { [fresh]: ['taxPerMu'] },
        track: '',
      },
    },
    {
      url: '/rounds/:id/opening',
      who: 'secretary-01',
      path: () => city.planned().then((id) => `/rounds/${id}/opening`),
      fields: {},
      spends: true,
    },
    {
      url: '/rounds/:id/panel',
      who: 'secretary-01',
      path: at(`/rounds/${things.planned}/panel`),
      fields: { park: '1', by: 'lot', seated: ['x'], reason: '回避范围调整' },
    },
    {
      url: '/rounds/:id/assignment/plan',
      who: 'secretary-01',
      path: at(`/rounds/${things.planned}/assignment/plan`),
      fields: {
        mode: 'assigned',
        perKind: { park: '1', support: '4', institute: '1', enterprise: '1' },
        most: '3',
      },
    },
    {
      url: '/rounds/:id/assignment',
      who: 'secretary-01',
      path: at(`/rounds/${things.shared.id}/assignment`),
      fields: { seats: things.shared.seats, intent: 'apply' },
    },
    {
      url: '/rounds/:id/reminders',
      who: 'secretary-01',
      path: at(`/rounds/${things.open.id}/reminders`),
      fields: { intent: 'chosen', seatIds: [things.roundSeat] },
    },
    {
      url: '/rounds/:id/extension',
      who: 'secretary-01',
      path: () => city.opened().then(({ id }) => `/rounds/${id}/extension`),
      fields: { deadlineAt: '2026-03-24T18:00', reason: '多数席位出差' },
      spends: true,
    },
    {
      url: '/rounds/:id/cancellation',
      who: 'secretary-01',
      path: () => city.opened().then(({ id }) => `/rounds/${id}/cancellation`),
      fields: { reason: '材料有误' },
      spends: true,
    },
    ...(['reopening', 'voiding'] as const).flatMap((what): HostileForm[] => [
      {
        url: `/rounds/:id/${what}`,
        who: 'secretary-01',
        path: () => city.settled().then(({ id }) => `/rounds/${id}/${what}`),
        fields: { deadlineAt: '2026-03-27T18:00', reason: '名册有误', request: '' },
        spends: true,
      },
      {
        url: `/rounds/:id/${what}/withdrawal`,
        who: 'secretary-01',
        path: at(`/rounds/${things.closed.id}/${what}/withdrawal`),
        fields: {},
      },
    ]),
    {
      url: '/rounds/:id/seats/:seatId/links',
      who: 'secretary-01',
      path: at(`/rounds/${things.open.id}/seats/${things.roundSeat}/links`),
      fields: { reason: '换了手机' },
    },
    {
      url: '/rounds/:id/seats/:seatId/handover',
      who: 'secretary-01',
      path: at(`/rounds/${things.open.id}/seats/${things.roundSeat}/handover`),
      fields: { reason: '出差', to: 'b' },
    },
    {
      url: '/rounds/:id/seats/:seatId/links/revocation',
      who: 'secretary-01',
      path: at(`/rounds/${things.open.id}/seats/${things.roundSeat}/links/revocation`),
      fields: {},
    },
    {
      url: '/rounds/:id/closure',
      who: 'secretary-01',
      path: at(`/rounds/${things.open.id}/closure`),
      fields: {},
    },
    {
      url: '/rounds/:id/announcement',
      who: 'secretary-01',
      path: () => city.settled().then(({ id }) => `/rounds/${id}/announcement`),
      spends: true,
      fields: { comments: [], commentsShown: '1' },
    },
    {
      url: '/rounds/:id/items/:itemId/ruling',
      who: 'leader-01',
      path: at(`/rounds/${things.closed.id}/items/${things.foreignItem}/ruling`),
      fields: { ruling: 'consult', reason: '请相关部门会商' },
    },
    { url: '/ballot/items/:id', who: 'ballot', path: at(`/ballot/items/${things.item}`), fields: ballot },
    ...vetoForms(city),
    ...intakeForms(city),
    ...hostForms(city),
    ...interestForms(city),
    ...paperForms(city),
    ...chainForms(city),
    ...promiseForms(city),
    ...privacyForms(city),
    ...claimForms(city),
    {
      url: '/ballot/items/:id/recusal',
      who: 'ballot',
      path: at(`/ballot/items/${things.item}/recusal`),
      fields: { reason: '本单位参与投资', idempotencyKey: 'r' },
    },
    { url: '/v', who: 'anonymous', path: at('/v'), fields: { whom: 'a@b.example', code: '7F3C-0KQA' } },
    { url: '/v/confirmation', who: 'anonymous', path: at('/v/confirmation'), fields: { code: '123456' } },
    { url: '/v/confirmation/codes', who: 'anonymous', path: at('/v/confirmation/codes'), fields: {} },
    { url: '/v/*', who: 'anonymous', path: at(`/v/${things.token}`), fields: {} },
    ...Object.entries(slots).map(([slot, fields]): HostileForm => ({
      url: '/cage/:id/five-ones/:slot',
      who: 'secretary-01',
      path: at(`/cage/${things.project}/five-ones/${slot}`),
      fields,
    })),
    ...rubricForms(city),
    ...importForms(city),
    ...afterClosingForms(city),
    {
      url: '/panels',
      who: 'secretary-01',
      path: at('/panels'),
      fields: {
        name: '新专班',
        chairId: city.city.city.people.get('leader-01') ?? '',
        seats: { 0: seat, 1: seat },
      },
    },
    {
      url: '/panels/:id',
      who: 'secretary-01',
      path: at(`/panels/${things.panel}`),
      fields: { name: '预审二组', chairId: city.city.city.people.get('leader-01') ?? '' },
    },
    { url: '/panels/:id/seats', who: 'admin-01', path: at(`/panels/${things.panel}/seats`), fields: seat },
    {
      url: '/panels/:id/second-step',
      who: 'admin-01',
      path: at(`/panels/${things.panel}/second-step`),
      fields: { secondStep: 'none' },
    },
    {
      url: '/panels/:id/seats/:seatId',
      who: 'admin-01',
      path: at(`/panels/${things.panel}/seats/${things.seat}`),
      fields: { holderId: city.city.city.people.get('panelist-01') ?? '', alternateId: '' },
    },
    {
      url: '/panels/:id/seats/:seatId/retirement',
      who: 'admin-01',
      path: () => city.lastSeat().then((id) => `/panels/${things.panel}/seats/${id}/retirement`),
      fields: {},
      spends: true,
    },
    {
      url: '/admin/people',
      who: 'admin-01',
      path: at('/admin/people'),
      fields: { ...person, account: 'someone' },
    },
    {
      url: '/admin/people/:id',
      who: 'admin-01',
      path: at(`/admin/people/${things.person}`),
      fields: { ...person, email: 'other@yijiang.example' },
    },
    {
      url: '/admin/people/:id/disabling',
      who: 'admin-01',
      path: at(`/admin/people/${things.person}/disabling`),
      fields: {},
    },
    {
      url: '/admin/people/:id/enabling',
      who: 'admin-01',
      path: at(`/admin/people/${things.person}/enabling`),
      fields: {},
    },
    {
      url: '/admin/people/:id/expertise',
      who: 'admin-01',
      path: at(`/admin/people/${things.person}/expertise`),
      fields: { industries: 'C36、C3912', chains: ['new-energy-vehicle'] },
    },
    {
      url: '/admin/units',
      who: 'admin-01',
      path: at('/admin/units'),
      fields: { code: 'unit-x', name: '新单位', kind: 'department', level: 'county' },
    },
    { url: '/admin/hosts', who: 'admin-01', path: at('/admin/hosts'), fields: { ...host, code: 'park-x' } },
    { url: '/admin/hosts/:id', who: 'admin-01', path: at(`/admin/hosts/${things.host}`), fields: host },
    {
      url: '/account/password',
      who: 'leader-02',
      path: at('/account/password'),
      fields: { current: '', password: 'short', again: 'short' },
    },
    { url: '/account/locale', who: 'leader-02', path: at('/account/locale'), fields: { locale: 'zh-CN' } },
    { url: '/account/sessions/ending', who: 'leader-02', path: at('/account/sessions/ending'), fields: {} },
    {
      url: '/account/sessions/:id/ending',
      who: 'leader-02',
      path: at(`/account/sessions/${things.session}/ending`),
      fields: {},
    },
    ...ruleForms(city),
    { url: '/locale', who: 'anonymous', path: at('/locale'), fields: { locale: 'zh-CN', next: '/leads' } },
    {
      url: '/setup',
      who: 'anonymous',
      path: at('/setup'),
      fields: { code: 'AAAA', unitName: '某局', name: '某某', email: 'a@b.example', password },
    },
    { url: '/demo/sign-in', who: 'anonymous', path: at('/demo/sign-in'), fields: { account: 'admin-01' } },
    {
      url: '/sign-in/links/:token',
      who: 'anonymous',
      path: at(`/sign-in/links/${'x'.repeat(43)}`),
      fields: {},
    },
    {
      url: '/sign-in/links',
      who: 'anonymous',
      path: at('/sign-in/links'),
      fields: { email: 'nobody@yijiang.example' },
    },
    {
      url: '/sign-in',
      who: 'anonymous',
      path: at('/sign-in'),
      fields: { email: 'nobody@yijiang.example', password, next: '/', kept: '' },
    },
    { url: '/sign-out', who: 'leader-02', path: at('/sign-out'), fields: {}, ends: true },
    ...paperBallotForms(city),
  ];
}
