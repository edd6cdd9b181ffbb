import { PANEL_KINDS, type PanelKind, type SeatFunction } from './panel-kind';
import type { VetoGround } from './rubric-content';

const bySeats = (...functions: SeatFunction[]): VetoGround['confirmedBy'] => ({ by: 'seats', functions });
const bySecretariat: VetoGround['confirmedBy'] = { by: 'secretariat', functions: [] };
const byLeadingGroup: VetoGround['confirmedBy'] = { by: 'leadingGroup', functions: [] };

const ground = (
  code: string,
  [zh, en]: readonly [string, string],
  [basisZh, basisEn]: readonly [string, string],
  raisedBy: readonly PanelKind[],
  confirmedBy: VetoGround['confirmedBy'],
): VetoGround => ({ code, name: { zh, en }, basis: { zh: basisZh, en: basisEn }, raisedBy, confirmedBy });

/**
 * The veto list. `basis` says where the ground comes from in general terms: whoever raises a veto states the legal
 * basis in force, article and all, because an article number is only printed when somebody has checked it.
 */
export const VETO_GROUNDS: readonly VetoGround[] = [
  ground(
    'V01',
    ['新建项目属淘汰类或限制类', 'New project in the eliminated or restricted class'],
    [
      '产业结构调整指导目录（2024年本）；限制类不得新建',
      '2024 catalogue of industries; restricted classes may not be newly built',
    ],
    ['support'],
    bySeats('development', 'industry'),
  ),
  ground(
    'V02',
    [
      '占用生态保护红线、永久基本农田或水源保护区',
      'Inside an ecological red line, permanent farmland or a protected water area',
    ],
    ['国土空间规划和自然资源、水源保护法律', 'Law on territorial planning, farmland and water protection'],
    ['support'],
    bySeats('naturalResources', 'ecology'),
  ),
  ground(
    'V03',
    [
      '化工或危险工艺不在认定的化工园区内',
      'Chemical or hazardous process outside a recognised chemical park',
    ],
    ['化工园区认定管理要求', 'Rules on recognised chemical parks'],
    ['support'],
    bySeats('emergency', 'ecology'),
  ),
  ground(
    'V04',
    ['采用禁止的工艺，或安全距离无法满足', 'Prohibited process, or safety distance cannot be met'],
    ['安全生产准入要求', 'Safety conditions of entry'],
    ['support'],
    bySeats('emergency'),
  ),
  ground(
    'V05',
    [
      '能耗或排放指标无法落实，高耗能项目无审批路径',
      'Energy or emission quota cannot be met, or a high-energy project has no path to approval',
    ],
    [
      '节能审查和高耗能、高排放项目管理要求',
      'Energy review and rules on high-energy, high-emission projects',
    ],
    ['support'],
    bySeats('development'),
  ),
  ground(
    'V06',
    [
      '投资方为失信被执行人、列入严重违法失信名单或提供虚假材料',
      'Investor is a dishonest debtor, on a serious-breach list, or gave false material',
    ],
    ['信用记录；由秘书处附查询结果', 'Credit records, with the search result attached by the secretariat'],
    PANEL_KINDS,
    bySecretariat,
  ),
  ground(
    'V07',
    [
      '身份或荣誉虚假（冒充院士、央企等）',
      'False identity or honours (fake academician, fake central enterprise)',
    ],
    ['身份核实记录；由秘书处附查询结果', 'Identity checks, with the result attached by the secretariat'],
    PANEL_KINDS,
    bySecretariat,
  ),
  ground(
    'V08',
    ['以违法违规税收返还或选择性奖补为前提', 'Project depends on unlawful tax return or selective reward'],
    ['公平竞争审查要求', 'Fair-competition review'],
    ['support'],
    bySeats('marketRegulation', 'justice'),
  ),
  ground(
    'V09',
    ['借产业之名行房地产之实', 'Residential property under another name'],
    ['预审受理范围', 'Scope of pre-review'],
    ['park', 'support'],
    bySeats('naturalResources', 'housing'),
  ),
  ground(
    'V10',
    ['市内存量平移，只为套取政策', 'Relocation inside the city only to collect incentives'],
    ['招商引资存量平移管理要求', 'Rules against moving existing projects for incentives'],
    ['park'],
    bySecretariat,
  ),
  ground(
    'V11',
    [
      '属外商投资负面清单，或未通过安全审查',
      'On the foreign-investment negative list, or security review not cleared',
    ],
    ['外商投资准入和安全审查规定', 'Rules on foreign-investment access and security review'],
    ['support'],
    bySeats('commerce', 'development'),
  ),
  ground(
    'V12',
    ['涉及国家秘密或国家安全', 'State secret or security concern'],
    [
      '由领导小组线下处理，系统内不写内容',
      'Handled by the leading group outside this system; nothing of substance is written here',
    ],
    PANEL_KINDS,
    byLeadingGroup,
  ),
];
