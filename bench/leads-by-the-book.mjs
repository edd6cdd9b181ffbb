/** Forms of manufacturing leads, as many as are needed: the lead book over and over, each time of another investor. */
import { compiled } from './program.mjs';

const places = [
  '东岭',
  '南滨',
  '西原',
  '北渡',
  '云栖',
  '鹤溪',
  '青芜',
  '白沙',
  '松涧',
  '石浦',
  '桃源',
  '长汀',
];
const firms = '衡岚曜铸澜禾晶翊锦泽峥瀚楷珩沐辰骁璟钧颢';

/** @yields {{ scout: string, body: object }} */
export function* manufacturingLeads(now = new Date()) {
  const beijing = new Date(now.getTime() + 8 * 3_600_000);
  const reported = {
    year: beijing.getUTCFullYear(),
    month: beijing.getUTCMonth() + 1,
    day: new Date(beijing.getTime() - 3 * 86_400_000).toISOString().slice(0, 10),
  };
  const { leadBook, demoCreditCode } = compiled('demo/lead-book');
  const entries = leadBook(reported).filter(
    ({ body }) => body.track === 'manufacturing' && body.uscc && !body.hazardousProcess,
  );
  for (let at = 0; ; at += 1) {
    const { scout, body } = entries[at % entries.length];
    yield { scout, body: renamed(body, at, demoCreditCode) };
  }
}

function renamed(body, at, demoCreditCode) {
  const place = places[at % places.length];
  const firm = firms[at % firms.length] + firms[Math.floor(at / firms.length) % firms.length];
  const serial = String(at + 5000).padStart(4, '0');
  return {
    ...body,
    title: `${place}${body.title}`.slice(0, 60),
    investorName: `${place}${firm}${body.investorName}`,
    uscc: demoCreditCode(body.registeredRegion, at + 5000),
    contact: { ...body.contact, mobile: `1541000${serial}`, email: `contact${serial}@lead.example` },
  };
}
