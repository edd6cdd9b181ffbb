/** The network an address belongs to, `10.2.3.*` or `2001:db8:1:*`: enough to tell the office from abroad. */
export function coarseAddress(address: string): string {
  const plain = address
    .trim()
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, '');
  const four = /^(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(plain);
  if (four) return `${four[1]}.*`;
  if (!/^[0-9a-f:.]+(%\w+)?$/.test(plain) || !plain.includes(':')) return '';
  const groups = plain.split('::')[0]?.split(':').filter(Boolean).slice(0, 3) ?? [];
  return groups.length === 0 ? '::*' : `${groups.join(':')}:*`;
}
