const mostHosts = 3;

type Body = Readonly<Record<string, unknown>>;

/** A form sent by the button that takes a suggested host: the host stands last among the intended ones. */
export interface HostChoice {
  readonly body: Record<string, unknown>;
  /** The code that was chosen; '' where another button was pressed. */
  readonly code: string;
  /** Three are chosen already, so it was left out. */
  readonly isTooMany: boolean;
}

/** Reads the button `addHost`; blank boxes of the list count as none. */
export function withChosenHost(body: Body): HostChoice {
  const { addHost, intendedHosts } = body;
  const code = typeof addHost === 'string' && /^[a-z0-9][a-z0-9._-]{1,39}$/.test(addHost) ? addHost : '';
  if (code === '') return { body: { ...body }, code, isTooMany: false };
  const given: unknown[] = Array.isArray(intendedHosts) ? intendedHosts : [intendedHosts];
  const chosen = given.filter((one) => typeof one === 'string' && one.trim() !== '');
  if (chosen.includes(code)) return { body: { ...body }, code, isTooMany: false };
  if (chosen.length >= mostHosts) return { body: { ...body }, code, isTooMany: true };
  return { body: { ...body, intendedHosts: [...chosen, code] }, code, isTooMany: false };
}
