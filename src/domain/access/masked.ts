/** `154****0001`: enough to recognise a number, not to call it. */
export function maskedPhone(phone: string): string {
  const symbols = [...phone];
  if (symbols.length < 8) return '****';
  return `${symbols.slice(0, 3).join('')}****${symbols.slice(-4).join('')}`;
}

/** `zh****@firm.example`: the firm is no secret, the mailbox is. Anything that is no address shows nothing. */
export function maskedMail(address: string): string {
  const symbols = [...address];
  const at = symbols.lastIndexOf('@');
  if (at < 1) return '****';
  return `${symbols.slice(0, at > 3 ? 2 : 1).join('')}****${symbols.slice(at).join('')}`;
}

/** `陈**`, `A****`: how to address somebody, not who it is. A Chinese name keeps its length, another does not. */
export function maskedName(name: string): string {
  const symbols = [...name.trim()];
  const [first = ''] = symbols;
  if (symbols.length === 0) return '';
  if (!/\p{Script=Han}/u.test(first)) return `${first}****`;
  return first + '*'.repeat(Math.max(1, symbols.length - 1));
}
