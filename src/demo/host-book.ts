/**
 * What the hosts of the demo city have and want, as the form of a profile takes it; made up like everything else.
 * `day` turns months from now into a day, so that the figures are as of a recent day and land is to be had soon.
 */
export function hostBook(day: (months: number) => string): ReadonlyMap<string, Record<string, unknown>> {
  const parcel = (
    name: string,
    mu: string,
    use: string,
    price: readonly [string, string],
    months: number,
    state = 'free',
  ) => ({ name, mu, use, priceLow: price[0], priceHigh: price[1], availableFrom: day(months), state });
  const plant = (name: string, sqm: string, load: string, height: string, rent: string, months = -1) => ({
    ...{ name, sqm, floorLoad: load, height, rent },
    availableFrom: day(months),
    state: 'free',
  });
  const left = (quantity: string, note: string) => ({ quantity, asOf: day(-1), note });
  const band = (low: string, high: string) => ({ low, high });
  const contact = (name: string, post: string, phone: string, email: string) => ({
    name,
    post,
    phone,
    email,
  });
  return new Map<string, Record<string, unknown>>([
    [
      'park-ht',
      {
        firstChain: 'intelligent-equipment',
        wantedChains: ['digital-economy', 'new-energy'],
        parcels: [
          parcel('科创大道北一号地块', '268', 'industrial', ['18', '22'], -2),
          parcel('科创大道北二号地块', '95', 'industrial', ['18', '22'], 6),
          parcel('软件园西侧地块', '62.5', 'research', ['25', '30'], -1),
        ],
        plants: [
          plant('智造产业园A区', '26000', '1.5', '7.2', '16'),
          plant('生物医药加速器', '12800', '0.8', '4.5', '22', 3),
        ],
        headroom: {
          energy: left('26500', '市里下达的新增能耗指标'),
          power: left('15200', '110千伏科创变'),
          gas: left('2600', ''),
          water: left('6800', '二水厂'),
          environment: left('18', '挥发性有机物'),
        },
        prices: { power: band('0.58', '0.66'), water: band('2.85', '3.1'), gas: band('3.6', '3.9') },
        minIntensity: '400',
        minTaxPerMu: '20',
        contact: contact('何承昱', '招商局局长', '0000-5550102', 'host-02@yijiang.example'),
        text: '紧邻宜江理工大学和省轻合金研究所，已聚集智能装备、电子信息企业一百六十余家。\n区内设一站式审批大厅，标准厂房可先租后买；人才公寓一千二百套，步行十五分钟可达。',
      },
    ],
    [
      'park-ed',
      {
        firstChain: 'new-energy-vehicle',
        wantedChains: ['new-energy', 'intelligent-equipment'],
        parcels: [
          parcel('东区三号地块', '210', 'industrial', ['14', '17'], -3),
          parcel('东区四号地块', '180', 'industrial', ['14', '17'], 4),
          parcel('整车配套园二期', '120', 'industrial', ['13', '16'], 9, 'reserved'),
        ],
        plants: [
          plant('汽车零部件标准厂房', '42000', '2', '9', '12'),
          plant('轻合金加工厂房', '18500', '3', '12', '14', 2),
        ],
        headroom: {
          energy: left('38000', '其中轻合金专项9,000吨'),
          power: left('21000', '220千伏东区变'),
          gas: left('5200', ''),
          steam: left('60', '园区热电联产'),
          water: left('9500', ''),
          environment: left('42', '挥发性有机物'),
        },
        prices: {
          power: band('0.56', '0.64'),
          water: band('2.7', '2.9'),
          gas: band('3.5', '3.8'),
          steam: band('180', '205'),
          sewage: band('2.2', '2.6'),
        },
        minIntensity: '350',
        minTaxPerMu: '15',
        contact: contact('梁予安', '招商一部部长', '0000-5550101', 'host-01@yijiang.example'),
        text: '整车厂半小时配套圈，轻合金材料就地可供。\n铁路专用线直通厂区，净地标准为“七通一平”；项目由招商一部派专人跟办。',
      },
    ],
    [
      'park-chem',
      {
        firstChain: 'fine-chemicals',
        wantedChains: ['bio-medicine', 'new-energy'],
        parcels: [
          parcel('新材料一区', '260', 'industrial', ['12', '14'], -4),
          parcel('新材料二区', '140', 'industrial', ['12', '14'], 8),
        ],
        plants: [],
        headroom: {
          energy: left('52000', ''),
          power: left('18000', ''),
          gas: left('6400', ''),
          steam: left('120', ''),
          water: left('12000', '工业水厂'),
          environment: left('35', '挥发性有机物'),
        },
        prices: { power: band('0.57', '0.63'), steam: band('170', '195'), sewage: band('6', '9') },
        minIntensity: '450',
        minTaxPerMu: '25',
        contact: contact('柯以宁', '招商部部长', '0000-5550103', 'host-03@yijiang.example'),
        text: '经省里认定的化工园区，建有封闭管理卡口、公共管廊、事故应急池和危废处置中心。',
      },
    ],
    [
      'park-port',
      {
        firstChain: 'modern-logistics',
        wantedChains: ['agri-processing', 'special-vehicle', 'new-energy'],
        parcels: [
          parcel('港前一号地块', '185', 'storage', ['11', '13'], -2),
          parcel('港前二号地块', '150', 'industrial', ['11', '13'], 2),
        ],
        plants: [
          plant('高标仓一期', '36000', '3', '10.5', '15'),
          plant('冷链加工车间', '9600', '2', '8', '20', 4),
        ],
        headroom: { energy: left('6200', ''), power: left('5400', ''), water: left('2400', '') },
        prices: { power: band('0.6', '0.68') },
        minIntensity: '200',
        minTaxPerMu: '10',
        contact: contact('乔伯安', '招商部部长', '0000-5550104', 'host-04@yijiang.example'),
        text: '五千吨级泊位六个，公铁水联运；综合保税区在建，可开展保税仓储和跨境电商。',
      },
    ],
    [
      'park-cult',
      {
        firstChain: 'culture-tourism',
        wantedChains: ['digital-economy'],
        parcels: [parcel('窑址公园南侧', '88', 'commercial', ['30', '45'], 3)],
        plants: [plant('陶艺创作园老厂房', '15600', '1', '6', '18')],
        headroom: { energy: left('1500', ''), power: left('1800', ''), water: left('1600', '') },
        minTaxPerMu: '8',
        contact: contact('宋砚青', '招商部部长', '0000-5550105', 'host-05@yijiang.example'),
        text: '国家级非遗陶艺聚集地，年接待游客三百八十万人次；老厂房可改造为文创、研学和民宿。',
      },
    ],
    [
      'cty-bei',
      {
        firstChain: 'agri-processing',
        wantedChains: ['advanced-ceramics', 'textile', 'new-energy'],
        parcels: [
          parcel('北岭食品园一期', '130', 'industrial', ['8', '10'], -6),
          parcel('北岭食品园二期', '220', 'industrial', ['8', '10'], 10),
        ],
        plants: [plant('乡镇工业集聚区厂房', '22000', '1.5', '7', '8')],
        headroom: {
          energy: left('14500', ''),
          power: left('9800', ''),
          steam: left('30', ''),
          water: left('5200', ''),
        },
        minIntensity: '180',
        minTaxPerMu: '8',
        contact: contact('封子谦', '招商局局长', '0000-5550106', 'host-06@yijiang.example'),
        text: '高岭土、大豆、油茶资源就近可采；用工充足，县里对农产品加工按已公布的目录给予支持。',
      },
    ],
  ]);
}

/** Which department answers which element. */
export const elementDuties: Readonly<Record<string, readonly string[]>> = {
  land: ['natural'],
  plant: ['natural'],
  energy: ['development'],
  power: ['development'],
  gas: ['development'],
  steam: ['development'],
  water: ['development'],
  environment: ['ecology'],
  labour: ['development'],
  funds: ['development'],
};

/** Who speaks for each of them. */
export const dutyAccounts: Readonly<Record<string, string>> = {
  natural: 'supporter-01',
  ecology: 'supporter-02',
  development: 'supporter-04',
};
