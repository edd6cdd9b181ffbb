import { finalCheckSymbol, organisationCheckSymbol } from '../domain/lead/credit-code';

/**
 * The leads of the demo city, one a line: title, investor, track, chain, role, industry class, total and fixed
 * investment, output and tax at full operation (万元), land (亩), lease (㎡), energy (tce), electricity (万kWh), jobs,
 * hosts in order, scout, region of the credit code, how it was found, what is built. All names are made up; the first
 * eleven follow the sample leads that the product was designed with.
 */
const book = `
新能源汽车热管理集成模块生产基地|澜岫热控系统股份有限公司|manufacturing|new-energy-vehicle|fill|C3670|52000|38000|90000|2900|95|0|4200|3100|420|park-ed,park-ht|scout-01|320506|doorstepVisit|建设年产六十万套整车热管理集成模块产线，一期含注塑、钎焊、总装与可靠性试验室，主要配套市内整车厂。
人形机器人关节伺服驱动器项目|砺辰伺服技术有限公司|manufacturing|intelligent-equipment|build|C3813|31000|22000|48000|1900|52|0|1450|1080|310|park-ht|scout-02|440306|outpostTeam|年产二十万台关节伺服驱动器与无框力矩电机，含动态测试平台，客户为整机与减速器企业。
半导体用高纯陶瓷部件产业化项目|瓷穹新材料股份有限公司|manufacturing|advanced-ceramics|fill|C3073|68000|52000|76000|3400|120|0|9800|6900|380|cty-bei,park-ht|scout-03|430104|chamber|氧化铝、氮化铝与碳化硅陶瓷部件，含成型、烧结、精加工和洁净清洗线，配套刻蚀设备厂。
森林与水域应急救援专用车生产线|援岚专用汽车有限公司|manufacturing|special-vehicle|extend|C3630|18500|12000|42000|1300|60|0|860|410|260|park-ed|scout-05|420111|hometownAlumni|新建专用车改装车间和试验跑道，年改装一千二百台，含涂装外协方案。
再生铝高端板带箔项目|铝翎轻合金集团有限公司|manufacturing|light-alloy|strengthen|C3252|260000|198000|520000|9800|420|0|46000|21000|760|park-ed|scout-01|410105|doorstepVisit|年产二十五万吨再生铝板带箔，含熔铸、热轧、冷轧与箔轧，拟分两期；能耗指标需市级统筹。
食用菌精深加工与冻干项目|菇悦农业科技有限公司|manufacturing|agri-processing|extend|C1372|9600|7200|16000|420|38|0|780|390|180|cty-bei|scout-08|350582|doorstepVisit|香菇、木耳即食与冻干产线，联结合作社基地，带动季节性用工，产品供应连锁商超。
区域智能算力中心一期|云砚数据科技有限公司|tech|digital-economy|build|I6450|150000|126000|62000|3100|45|0|31954|26000|90|park-ht|scout-02|110108|fund|两千机柜智算中心，承诺绿电比例与本地企业算力券；设备融资租赁占比高。
精密传感器封装项目|Meridian Loom Sensors Pte. Ltd.|manufacturing|electronics|fill|C3983|24850|18500|36000|1500|40|0|990|480|210|park-ht|scout-12|SG|overseasTeam|外商独资，传感器封装与校准线，进口设备占六成，产品供应工业与车用客户。
碳化硅压力传感器创业团队项目|砺芯碳化硅创业团队|tech|electronics|build|C3983|2000|1200|3600|180|0|1500|35|22|26|park-ht|scout-11|TEAM|talentTechEvent|高温压力传感芯片中试，核心成员四人，专利三项（其中两项为实审阶段），寻求天使轮。
电子级溶剂与中间体项目|清杼精细化工有限公司|manufacturing|fine-chemicals|extend|C2614|42000|31000|68000|2600|90|0|12600|5200|230|park-ht|scout-06|320411|agency|含加氢与硝化工序的电子级溶剂及中间体，意向地块位于非化工园区。
汽车热管理零部件华中工厂|澜岫热控系统（宁波）有限公司|manufacturing|new-energy-vehicle|fill|C3670|30000|21000|52000|1700|60|0|2300|1650|260|cty-bei|scout-07|330281|outpostTeam|热管理零部件注塑与装配工厂，投资主体为集团宁波子公司，是否为同一项目的另一主体待核。
智能压铸岛与一体化结构件项目|铸衡智能装备有限公司|manufacturing|new-energy-vehicle|strengthen|C3670|86000|64000|120000|4600|150|0|8800|4700|520|park-ed|scout-01|330109|doorstepVisit|引进大吨位压铸岛六套，年产一体化后底板与电池壳体三十万套，主要供应新能源整车。
食品级二氧化硅载体项目|澄砾新材料有限公司|manufacturing|fine-chemicals|extend|C2669|12800|9600|21000|900|32|0|960|470|95|park-chem|scout-04|350211|chamber|年产八千吨食品与医药级二氧化硅载体，湿法工艺，废水回用率八成以上。
冷链预制菜中央厨房|禾隽食品股份有限公司|manufacturing|agri-processing|extend|C1432|15600|11200|32000|780|48|0|920|460|330|cty-bei|scout-08|370211|businessByBusiness|日产六十吨预制菜中央厨房与冷链分拨，配套本地蔬菜与禽类基地，供应高铁餐与团餐。
车规级功率模块封装线|晶麓半导体有限公司|manufacturing|electronics|fill|C3824|46000|38500|72000|2900|55|0|2600|1900|290|park-ht|scout-02|310115|fund|建设车规级功率模块封装测试线两条，年产一百二十万只，已获两家整车厂定点。
新能源商用车轻量化底盘件项目|行岳汽车部件有限公司|manufacturing|new-energy-vehicle|fill|C3670|35800|27000|58000|2150|82|0|3100|1720|340|park-ed|scout-05|420704|doorstepVisit|铝合金控制臂与副车架锻铸产线，年产八十万件，供应省内商用车企业。
磷酸铁锂电芯回收与梯次利用项目|循岭循环科技有限公司|manufacturing|new-energy|extend|C3841|27500|20300|45000|1600|70|0|3900|2100|210|park-chem,park-ed|scout-06|430121|businessByBusiness|年处理两万吨退役电池包，拆解、检测与梯次储能柜装配，预留湿法回收用地。
光伏支架与跟踪系统制造基地|曜桁新能源有限公司|manufacturing|new-energy|fill|C3825|22000|15800|60000|1350|66|0|870|430|280|park-ed|scout-07|330402|outpostTeam|年产三吉瓦固定与跟踪支架，含辊压、镀锌外协与智能仓储，出口为主。
工业机器人谐波减速器产业园|谐锐传动股份有限公司|manufacturing|intelligent-equipment|fill|C3491|58000|43000|83000|3600|98|0|2200|1750|410|park-ht|scout-01|320583|doorstepVisit|年产四十万台谐波减速器与柔性轴承，设精密检测中心，配套本地整机企业。
高端数控磨床扩产项目|磨砺机床有限公司|manufacturing|intelligent-equipment|strengthen|C3429|19800|13600|30000|1180|45|0|780|420|220|park-ht|scout-03|320205|reinvestment|扩建精密平面磨床与轴承磨床总装线，年产六百台，新增恒温计量室。
生物酶制剂与发酵中试平台|酶山生物科技有限公司|manufacturing|bio-medicine|build|C2761|33000|24500|46000|2200|58|0|4300|2050|240|park-ht,park-chem|scout-11|310104|talentTechEvent|建设发酵、纯化与冻干中试线，产业化饲用与食品酶制剂三个品种。
体外诊断试剂与仪器生产项目|衡检医疗器械有限公司|manufacturing|bio-medicine|extend|C3581|16800|11500|35000|1900|22|6000|420|260|230|park-ht|scout-02|440305|fund|化学发光试剂与全自动仪器装配，年产仪器一千台、试剂三百万人份。
陶瓷基复合材料热端部件项目|炽纹复材有限公司|manufacturing|advanced-ceramics|build|C3073|47000|36000|52000|2600|76|0|5200|2900|260|park-cult,cty-bei|scout-03|610113|talentTechEvent|碳化硅纤维增强陶瓷基复合材料部件制备线，面向燃机与高温过滤。
日用艺术陶瓷数字工厂|釉上文化科技有限公司|manufacturing|advanced-ceramics|extend|C3072|13200|8900|18500|620|40|0|2600|780|300|park-cult|scout-04|360203|hometownAlumni|艺术陶瓷小批量柔性产线、三维打印坯体与窑炉余热回收，设设计师驻留工坊。
港铁联运智慧物流枢纽|通衢供应链股份有限公司|service|modern-logistics|build|G5810|62000|48000|39000|1500|260|0|980|470|360|park-port|scout-06|420106|assigned|建设集装箱堆场、铁路专用线与智慧调度中心，开行至宁波舟山港班列。
医药冷链区域分拨中心|澈寒医药物流有限公司|service|modern-logistics|extend|G5920|14500|11000|17000|560|48|0|860|440|160|park-port|scout-04|320102|chamber|温控仓储三万平方米，服务本地药企与县域医院配送，具备疫苗存储条件。
跨境电商前置仓与集货中心|万里集云科技有限公司|service|modern-logistics|fill|G5990|8800|6100|15000|410|30|0|210|150|140|park-port|scout-12|350206|selfContact|跨境小包集货、质检与贴标，配保税监管仓四千平方米，对接邮路与班列。
昌南古窑文化体验街区|窑里文旅发展有限公司|service|culture-tourism|extend|H6110|38000|27500|16000|980|110|0|640|360|320|park-cult|scout-09|360202|event|利用存量厂房建设古窑演示、研学与主题酒店，不新增住宅，运营团队有两个同类项目。
滨湖露营与研学营地|青芦文化旅游有限公司|service|culture-tourism|extend|H6190|6800|4600|3800|210|36|0|90|70|85|park-cult|scout-10|330106|selfContact|可移动营房与自然教育课程，年接待十二万人次，无永久建筑占用岸线。
工业软件与数字孪生研发中心|数曜软件有限公司|tech|digital-economy|build|I6513|12600|6200|21000|1600|0|8000|60|48|260|park-ht|scout-02|440304|talentTechEvent|面向陶瓷与汽车零部件的制造执行系统与数字孪生平台研发，本地研发人员不少于两百人。
区块链供应链金融数据平台|链序信息技术有限公司|tech|digital-economy|extend|I6550|5200|2100|9800|520|0|2600|30|24|88|park-ht|scout-09|310110|online|为链主企业应收账款提供数据存证与风控服务，不开展放贷业务。
固态电池中试验证平台|锂穹能源研究院有限公司|tech|new-energy|build|C3841|28000|21000|18000|900|26|0|1900|1350|130|park-ht,park-ed|scout-11|440703|talentTechEvent|硫化物电解质与软包固态电池中试线，承接整车厂验证订单，分两期建设。
激光雷达核心光学组件项目|烛微光电有限公司|manufacturing|electronics|fill|C3983|26500|19800|41000|1850|34|0|680|430|240|park-ht|scout-01|320505|doorstepVisit|车载激光雷达发射与接收光学组件，模压玻璃非球面镜片与镀膜，已送样三家客户。
新型显示用高纯靶材项目|靶源电子材料有限公司|manufacturing|electronics|extend|C3985|34000|26000|56000|2300|50|0|3400|2100|190|park-ht|scout-03|410302|businessByBusiness|铜、钼与氧化物靶材烧结与绑定产线，配套省内面板企业，设残靶回收。
智能座舱域控制器工厂|域驰汽车电子有限公司|manufacturing|new-energy-vehicle|build|C3912|41000|29500|98000|3300|48|0|720|460|380|park-ed|scout-02|510107|outpostTeam|座舱域控制器贴片、组装与老化测试线，年产八十万台，客户为省内外整车厂。
消防与应急排涝装备项目|涌捷应急装备有限公司|manufacturing|special-vehicle|fill|C3630|15200|10400|31000|980|56|0|640|330|210|park-ed|scout-05|350104|assigned|大流量排涝车、远程供水系统与模块化泵站，年产四百台套，进入应急储备目录。
氢能重卡改装与运营示范|氢陆新能源汽车有限公司|manufacturing|special-vehicle|build|C3630|36000|24000|52000|1450|88|0|930|480|260|park-ed,park-port|scout-06|130102|fund|年改装氢能重卡一千二百台，配套加氢站一座，与港区短驳线路联动。
铝合金电池托盘项目|托衡轻量化科技有限公司|manufacturing|light-alloy|extend|C3311|28500|21500|62000|1900|72|0|2900|1550|330|park-ed|scout-07|330683|outpostTeam|铝型材挤压、搅拌摩擦焊与装配，年产四十万套电池托盘，配套三家电池企业。
航空铝锂合金精密锻件项目|翮锻航空材料有限公司|manufacturing|light-alloy|strengthen|C3252|72000|56000|66000|3100|130|0|8600|4300|290|park-ed|scout-03|610112|talentTechEvent|三百兆牛等温锻造线与热处理中心，产品为航空与轨道交通承力锻件。
建筑陶瓷绿色低碳技改搬迁|瑞璟陶瓷有限公司|manufacturing|advanced-ceramics|strengthen|C3072|21000|15000|38000|720|160|0|9600|3100|340|cty-bei,park-cult|scout-10|440606|reinvestment|外市企业整体搬迁，新建两条干压成型低碳窑炉线，采用电窑与余热发电。
茶叶精深加工与茶饮原料项目|岭上茶业有限公司|manufacturing|agri-processing|extend|C1469|7600|5200|14000|380|28|0|420|260|150|cty-bei|scout-08|350524|hometownAlumni|速溶茶粉、茶多酚与茶饮原料，收购本地夏秋茶，带动茶农四千户。
肉鸭全产业链加工项目|鸣塘食品集团有限公司|manufacturing|agri-processing|build|C1353|43000|31500|88000|1500|140|0|3300|1500|680|cty-bei|scout-08|371302|doorstepVisit|年屠宰加工两千万羽肉鸭，冷鲜分割与熟食，粪污资源化利用配套到位。
智能仓储货架与穿梭车项目|枢格物流装备有限公司|manufacturing|intelligent-equipment|extend|C3489|11800|8100|26000|760|40|0|520|280|190|park-port,park-ht|scout-04|320412|chamber|立体库货架与四向穿梭车总装，年产能五百座巷道，服务冷链与医药客户。
功能性纺织面料数码印染项目|织云新材料有限公司|manufacturing|textile|none|C1782|16500|12200|34000|680|65|0|6900|1400|310|cty-bei|scout-04|330603|selfContact|数码喷印与低温染色产线，承诺中水回用七成，需落实排放总量指标。
医用高分子耗材洁净工厂|净源医用材料有限公司|manufacturing|bio-medicine|extend|C3581|14200|9900|28000|1250|24|5000|560|330|270|park-ht|scout-11|370305|event|输注类与透析类耗材十万级洁净车间，年产一亿两千万件，带量采购中标产品转移。
电子雷管与民爆物品生产线|震川化工有限公司|manufacturing|fine-chemicals|strengthen|C2671|22000|16500|36000|1900|180|0|480|300|160|park-chem|scout-06|140107|agency|电子雷管自动装配线整体搬迁，属危险工艺，外部安全距离需复核。
高性能摩擦材料与制动片项目|砥行制动科技有限公司|manufacturing|new-energy-vehicle|extend|C3670|13800|9700|27000|880|42|0|890|450|230|park-ed|scout-07|370982|outpostTeam|无铜配方制动片与轨道闸片，年产八百万片，含台架试验室与粉尘治理。
城市矿产精炼与贵金属催化剂项目|铂澜环保材料有限公司|manufacturing|fine-chemicals|build|C2661|31500|23800|120000|3600|68|0|7400|2600|180|park-chem|scout-12|330212|overseasTeam|失效催化剂回收精炼与再制造，年产三元催化剂载体涂覆件三百万升。
数字创意与短剧拍摄基地|映川文化传媒有限公司|service|culture-tourism|build|R8770|9200|5600|8800|460|0|12000|120|90|180|park-cult|scout-09|330783|online|利用闲置厂房改造拍摄棚与后期中心，年产出短剧一百部，带动群演与民宿。
企业研发总部与结算中心|栖衡控股有限公司|service|digital-economy|none|L7211|26000|15000|90000|5200|0|9000|40|36|200|park-ht|scout-09|310107|assigned|集团区域总部、研发与财务结算中心，租用办公楼，五年内不改变注册地。
植物基蛋白与功能糖项目|禾芯生物食品有限公司|manufacturing|agri-processing|fill|C1469|24800|18600|41000|1300|62|0|4600|1700|200|cty-bei|scout-08|230109|businessByBusiness|大豆与豌豆分离蛋白、低聚糖产线，配套蒸汽由园区热电联产供应。
高压开关与环保型环网柜项目|衡电电气股份有限公司|manufacturing|intelligent-equipment|extend|C3823|28800|20600|68000|2300|74|0|690|390|360|park-ht|scout-01|330382|doorstepVisit|无氟环网柜与智能断路器生产线，年产三万面，进入电网合格供应商名录。
汽车芯片可靠性检测公共平台|准芯检测技术有限公司|tech|electronics|fill|M7452|9800|6900|8600|620|0|4200|210|160|75|park-ht|scout-11|320115|talentTechEvent|车规级芯片环境、寿命与功能安全检测平台，面向全省开放，拟申请国家认可。
低空物流无人机总装与测试场|翎迅航空科技有限公司|manufacturing|special-vehicle|build|C3963|39000|28000|57000|2100|180|0|560|320|270|park-port,park-ed|scout-02|440309|fund|载重五十公斤级物流无人机总装线与起降测试场，配套空域协调方案。
预应力混凝土风电塔筒基地|塔岳建材有限公司|manufacturing|new-energy|extend|C3021|18600|13200|47000|1150|120|0|880|360|230|park-port|scout-10|320924|assigned|年产一百五十套混凝土风电塔筒，依托港口运输，配套两个县域风场。
再制造发动机与变速箱项目|复驰再制造有限公司|manufacturing|new-energy-vehicle|extend|C3670|12500|8600|23000|740|46|0|610|310|200|park-ed|scout-05|420106|reinvestment|旧件拆解、清洗与再制造，年产发动机一万台、变速箱两万台，纳入试点名单。
高纯石英砂与坩埚项目|晶砾石英材料有限公司|manufacturing|new-energy|fill|C3051|37500|28500|69000|2800|85|0|9900|4800|210|cty-bei|scout-03|320722|agency|高纯石英砂提纯与光伏坩埚成型，用氢氟酸酸洗，废水除氟与固废去向已有方案。
`;

/** One demo lead, as the lead form takes it. */
export interface BookEntry {
  readonly scout: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A form body for each line; months are counted from the month in which the lead is reported. */
export function leadBook(reported: { year: number; month: number; day: string }): BookEntry[] {
  return book
    .trim()
    .split('\n')
    .map((line, at) => entryOf(line.split('|'), at, reported));
}

function entryOf(
  cells: string[],
  at: number,
  reported: { year: number; month: number; day: string },
): BookEntry {
  const [title, investorName, track, chain, chainRole, industryCode, total, fixed, output, tax] = cells;
  const [landMu, leaseAreaSqm, energyTce, electricityWanKwh, jobs, hosts = '', scout = '', region = ''] =
    cells.slice(10);
  const [sourceChannel, summary] = cells.slice(18);
  const leased = Number(landMu) === 0;
  const own = 30 + ((at * 7) % 5) * 10;
  return {
    scout,
    body: {
      title,
      track,
      summary,
      ...(/航空铝锂|固态电池/.test(title ?? '') ? { sensitivity: 'restricted' } : {}),
      investMode: leased ? 'leasePlant' : 'greenfield',
      investorName,
      ...identityOf(region, at),
      industryCode,
      chain,
      chainRole,
      currency: 'CNY',
      totalInvestmentWan: total,
      fixedAssetWan: fixed,
      fundSource: { own: String(own), loan: String(100 - own), fund: '0', lease: '0', government: '0' },
      annualOutputWan: output,
      annualTaxWan: tax,
      fullYear: String(reported.year + 3),
      landMu,
      landUse: leased ? 'none' : track === 'service' ? 'commercial' : 'industrial',
      leaseAreaSqm,
      energyTce,
      electricityWanKwh,
      waterTpd: String(40 + ((at * 13) % 9) * 20),
      envCategory: Number(energyTce) > 3000 ? 'book' : 'form',
      hazardousProcess: /硝化|雷管|氢氟酸/.test(summary ?? '') ? 'true' : '',
      jobs,
      skilledJobs: String(Math.floor(Number(jobs) * 0.4)),
      ...(track === 'service' ? { visitorsWanPerYear: String(6 + (at % 5) * 4) } : {}),
      ...(track === 'tech'
        ? { rdStaff: String(12 + (at % 6) * 9), pue: industryCode === 'I6450' ? '1.22' : '' }
        : {}),
      plannedStart: monthAfter(reported, 5 + (at % 4)),
      plannedProduction: monthAfter(reported, 17 + (at % 6)),
      incentiveRequests:
        asks[title ?? ''] ??
        (at % 4 === 0 ? [{ type: 'publishedPolicy', text: '按已公布的制造业固定资产投资政策执行' }] : []),
      intendedHosts: hosts.split(','),
      adjustable: at % 5 === 0 ? 'false' : 'true',
      sourceChannel,
      contact: contactOf(at),
      firstContactAt: reported.day,
      talkDepth: (['contacted', 'visited', 'siteSeen', 'termsDiscussed'] as const)[at % 4],
    },
  };
}

/** What some investors ask for beyond what is simply published. */
const asks: Readonly<Record<string, readonly object[]>> = {
  企业研发总部与结算中心: [
    {
      type: 'taxReturn',
      text: '前三年按地方财力贡献的80%给予奖励，增值税地方留成部分先征后返',
      amountWan: '1800',
    },
    { type: 'publishedPolicy', text: '按宜政发〔2025〕3号第五条租用标准厂房' },
  ],
  医药冷链区域分拨中心: [
    { type: 'publishedPolicy', text: '按宜政办发〔2022〕18号第八条给予开办补助', amountWan: '80' },
  ],
  区域智能算力中心一期: [{ type: 'energyPrice', text: '争取绿电直供试点' }],
};

const surnames = '黎司覃桑阮连芮蔺富贺费卞庾殷荀宓麻尚农温柴';

function contactOf(at: number): Record<string, string> {
  const serial = String(at + 1).padStart(4, '0');
  return {
    name: `${surnames.charAt(at % surnames.length)}示例`,
    title: (['副总经理', '董事长', '战略投资部长', '项目负责人'] as const)[at % 4] ?? '项目负责人',
    mobile: `1540000${serial}`,
    email: `contact${serial}@lead.example`,
    noticeGiven: 'true',
  };
}

/** A code with the right check symbols in a range believed not to be issued; teams and foreign firms have none. */
function identityOf(region: string, at: number): Record<string, string> {
  if (region === 'TEAM') return { investorType: 'team', usccAbsentReason: '公司尚未注册' };
  if (region === 'SG') {
    return {
      investorType: 'foreignCompany',
      foreignRegNo: 'SAMPLE-202600015Z',
      foreignCountry: 'SG',
      usccAbsentReason: '境外公司',
    };
  }
  return { investorType: 'domesticCompany', uscc: demoCreditCode(region, at + 1), registeredRegion: region };
}

/** `91` + region + organisation code MAYX with its check + final check, as GB 32100-2015 has them. */
export function demoCreditCode(region: string, serial: number): string {
  const organisation = `MAYX${String(serial).padStart(4, '0')}`;
  const first = `91${region}${organisation}${organisationCheckSymbol(organisation) ?? ''}`;
  return first + (finalCheckSymbol(first) ?? '');
}

function monthAfter({ year, month }: { year: number; month: number }, months: number): string {
  const index = year * 12 + (month - 1) + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}
