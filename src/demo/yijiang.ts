import type { Role } from '../domain/access/viewer';
import type { UnitLevel } from '../domain/lead/scope-rules';
import type { PanelKind, SeatFunction } from '../domain/rubric/panel-kind';
import type { UnitKind } from '../people/person.entity';

/** The demo city. Every unit, person and place is made up. */
export const units: { code: string; name: string; kind: UnitKind; level?: UnitLevel }[] = [
  { code: 'office', name: '市招商预审秘书处', kind: 'office' },
  { code: 'city', name: '市招商引资领导小组', kind: 'office' },
  { code: 'discipline', name: '市纪委监委派驻组', kind: 'office' },
  { code: 'natural', name: '市自然资源局', kind: 'department' },
  { code: 'ecology', name: '市生态环境局', kind: 'department' },
  { code: 'emergency', name: '市应急管理局', kind: 'department' },
  { code: 'development', name: '市发展和改革委', kind: 'department' },
  { code: 'industry', name: '市工信局', kind: 'department' },
  { code: 'commerce', name: '市商务局', kind: 'department' },
  { code: 'science', name: '市科技局', kind: 'department' },
  { code: 'agriculture', name: '市农业农村局', kind: 'department' },
  { code: 'federation', name: '市工商联', kind: 'department' },
  { code: 'market', name: '市市场监督管理局', kind: 'department' },
  { code: 'justice', name: '市司法局', kind: 'department' },
  { code: 'out-sunan', name: '驻苏南突击队', kind: 'outpost' },
  { code: 'out-shenzhen', name: '驻深圳突击队', kind: 'outpost' },
  { code: 'out-hangyong', name: '驻杭甬突击队', kind: 'outpost' },
  { code: 'out-singapore', name: '驻新加坡联络处', kind: 'outpost' },
  { code: 'park-ht', name: '高新技术产业开发区', kind: 'park' },
  { code: 'park-ed', name: '经济技术开发区', kind: 'park' },
  { code: 'park-chem', name: '化工新材料产业园', kind: 'park' },
  { code: 'park-port', name: '临港物流园', kind: 'park' },
  { code: 'park-cult', name: '陶艺文旅度假区', kind: 'park' },
  { code: 'cty-bei', name: '北岭县', kind: 'park', level: 'county' },
  { code: 'university', name: '宜江理工大学', kind: 'institute' },
  { code: 'alloy', name: '省轻合金研究所', kind: 'institute' },
  { code: 'lanjiang', name: '岚江汽车零部件', kind: 'enterprise' },
  { code: 'hengling', name: '恒岭精工', kind: 'enterprise' },
];

/** What could tie the firms on the panel to investors: parent and class of industry. */
export const unitTies: readonly (readonly [unit: string, groupParent: string, industryCode: string])[] = [
  ['lanjiang', '岚江控股集团有限公司', 'C3660'],
  ['hengling', '恒岭集团股份有限公司', 'C3491'],
];

/** Parks and counties that take projects; each is spoken for by the unit of the same code. */
export const hosts: {
  code: string;
  name: string;
  kind: 'park' | 'county';
  chemicalPark: boolean;
  leadChains: string[];
}[] = [
  {
    code: 'park-ht',
    name: '高新技术产业开发区',
    kind: 'park',
    chemicalPark: false,
    leadChains: ['intelligent-equipment', 'electronics', 'bio-medicine'],
  },
  {
    code: 'park-ed',
    name: '经济技术开发区',
    kind: 'park',
    chemicalPark: false,
    leadChains: ['new-energy-vehicle', 'special-vehicle', 'light-alloy'],
  },
  {
    code: 'park-chem',
    name: '化工新材料产业园',
    kind: 'park',
    chemicalPark: true,
    leadChains: ['fine-chemicals'],
  },
  {
    code: 'park-port',
    name: '临港物流园',
    kind: 'park',
    chemicalPark: false,
    leadChains: ['modern-logistics'],
  },
  {
    code: 'park-cult',
    name: '陶艺文旅度假区',
    kind: 'park',
    chemicalPark: false,
    leadChains: ['culture-tourism', 'advanced-ceramics'],
  },
  {
    code: 'cty-bei',
    name: '北岭县',
    kind: 'county',
    chemicalPark: false,
    leadChains: ['agri-processing', 'advanced-ceramics'],
  },
];

type DemoPerson = [account: string, name: string, post: string, unit: string, ...roles: Role[]];

export const people: DemoPerson[] = [
  ['secretary-01', '沈若宁', '副主任', 'office', 'secretariat'],
  ['secretary-02', '陆行简', '科长', 'office', 'secretariat'],
  ['secretary-03', '季书言', '科员', 'office', 'secretariat'],
  ['scout-01', '桑启明', '队长', 'out-sunan', 'scout'],
  ['scout-02', '邵一舟', '队长', 'out-shenzhen', 'scout'],
  ['scout-03', '舒云起', '科长', 'industry', 'scout'],
  ['scout-04', '贺知秋', '部长', 'federation', 'scout'],
  ['scout-05', '桂望川', '科长', 'emergency', 'scout'],
  ['scout-06', '焦若谷', '科长', 'commerce', 'scout'],
  ['scout-07', '柳照野', '队长', 'out-hangyong', 'scout'],
  ['scout-08', '谷雨声', '科长', 'agriculture', 'scout'],
  ['scout-09', '岳临渊', '科长', 'development', 'scout'],
  ['scout-10', '童青禾', '科长', 'natural', 'scout'],
  ['scout-11', '蓝时雨', '科长', 'science', 'scout'],
  ['scout-12', '程远帆', '主任', 'out-singapore', 'scout'],
  ['host-01', '梁予安', '招商一部部长', 'park-ed', 'host'],
  ['host-02', '何承昱', '招商局局长', 'park-ht', 'host'],
  ['host-03', '柯以宁', '招商部部长', 'park-chem', 'host'],
  ['host-04', '乔伯安', '招商部部长', 'park-port', 'host'],
  ['host-05', '宋砚青', '招商部部长', 'park-cult', 'host'],
  ['host-06', '封子谦', '招商局局长', 'cty-bei', 'host'],
  ['supporter-01', '邵知白', '科长', 'natural', 'supporter'],
  ['supporter-02', '华清越', '科长', 'ecology', 'supporter'],
  ['supporter-03', '尹嘉木', '科长', 'emergency', 'supporter'],
  ['supporter-04', '霍云舒', '科长', 'development', 'supporter'],
  ['supporter-05', '水清浅', '科长', 'market', 'supporter'],
  ['supporter-06', '闻人正', '科长', 'justice', 'supporter'],
  ['leader-01', '黎仲衡', '副市长', 'city', 'sponsor', 'leadingGroup'],
  ['leader-02', '景怀远', '副市长', 'city', 'sponsor'],
  ['leader-03', '温叔宁', '市政府党组成员', 'city', 'sponsor'],
  ['leader-04', '尚知远', '市政府秘书长', 'city', 'leadingGroup'],
  ['inspector-01', '严既明', '三级调研员', 'discipline', 'inspector'],
  ['admin-01', '卫中流', '信息科科长', 'office', 'admin'],
  ['panelist-01', '温景川', '副主任', 'park-ed', 'panelist'],
  ['panelist-02', '杜若衡', '总工程师', 'park-ht', 'panelist'],
  ['panelist-03', '骆闻笙', '副局长', 'natural', 'panelist'],
  ['panelist-04', '常怀瑾', '副局长', 'ecology', 'panelist'],
  ['panelist-05', '尹嘉树', '副局长', 'emergency', 'panelist'],
  ['panelist-06', '祁南乔', '副主任', 'development', 'panelist'],
  ['panelist-07', '卓清源', '教授', 'university', 'panelist'],
  ['panelist-08', '阮听澜', '研究员', 'alloy', 'panelist'],
  ['panelist-09', '席慕言', '总经理', 'lanjiang', 'panelist'],
  ['panelist-10', '邢若拙', '副总经理', 'hengling', 'panelist'],
  ['panelist-11', '苗青石', '科长', 'natural', 'panelist'],
  ['panelist-12', '聂远山', '高级工程师', 'university', 'panelist'],
];

/** The standing panel: two parks, four support departments, two institutes, two firms. */
export const seats: {
  kind: PanelKind;
  unit: string;
  holder: string;
  alternate?: string;
  function?: SeatFunction;
}[] = [
  { kind: 'park', unit: 'park-ed', holder: 'panelist-01' },
  { kind: 'park', unit: 'park-ht', holder: 'panelist-02' },
  {
    kind: 'support',
    unit: 'natural',
    holder: 'panelist-03',
    alternate: 'panelist-11',
    function: 'naturalResources',
  },
  { kind: 'support', unit: 'ecology', holder: 'panelist-04', function: 'ecology' },
  { kind: 'support', unit: 'emergency', holder: 'panelist-05', function: 'emergency' },
  { kind: 'support', unit: 'development', holder: 'panelist-06', function: 'development' },
  { kind: 'institute', unit: 'university', holder: 'panelist-07', alternate: 'panelist-12' },
  { kind: 'institute', unit: 'alloy', holder: 'panelist-08' },
  { kind: 'enterprise', unit: 'lanjiang', holder: 'panelist-09' },
  { kind: 'enterprise', unit: 'hengling', holder: 'panelist-10' },
];

/** What those who judge by knowledge know: industries of the classification, chains of the city. */
export const expertise: readonly (readonly [account: string, industries: string[], chains: string[]])[] = [
  ['panelist-07', ['C34', 'C35', 'C40'], ['intelligent-equipment', 'new-energy-vehicle']],
  ['panelist-08', ['C32', 'C30'], ['light-alloy', 'advanced-ceramics']],
  ['panelist-09', ['C36'], ['new-energy-vehicle', 'special-vehicle']],
  ['panelist-10', ['C34'], ['intelligent-equipment']],
];

export const panelName = '宜江市招商项目预审专班';
export const chair = 'leader-01';
export const deputyChair = 'leader-04';
