import { connect, type Socket } from 'node:net';
import { once } from 'node:events';

/** Where clamd listens: `clamd://host:port` (3310 when none is named) or `clamd:/path/to/clamd.ctl`. */
export type ClamdPlace = { readonly path: string } | { readonly host: string; readonly port: number };

export function clamdPlace(url: string): ClamdPlace {
  const { hostname, port, pathname } = new URL(url);
  return hostname === '' ? { path: pathname } : { host: hostname, port: Number(port || 3310) };
}

/** The scanner cannot be reached, does not answer in time, or answers something else than a verdict. */
export class ScannerUnavailable extends Error {}

/** How long to wait, in milliseconds: for the connection, and for any sign of life after it. */
export interface Patience {
  readonly connectMs: number;
  readonly idleMs: number;
}

const longestReply = 4096;

/**
 * Hands bytes to clamd by its INSTREAM command: pieces with their length before them, a zero at the end.
 * @returns the name of what was found, or null
 * @throws ScannerUnavailable
 */
export async function clamdScan(
  place: ClamdPlace,
  bytes: AsyncIterable<Buffer>,
  patience: Patience,
): Promise<string | null> {
  const reply = await talk(place, patience, async (socket) => {
    await send(socket, Buffer.from('zINSTREAM\0'));
    for await (const chunk of bytes) {
      if (chunk.length === 0) continue;
      const length = Buffer.alloc(4);
      length.writeUInt32BE(chunk.length);
      await send(socket, Buffer.concat([length, chunk]));
    }
    await send(socket, Buffer.alloc(4));
  });
  if (/^stream: OK$/.test(reply)) return null;
  const found = /^stream: (.+) FOUND$/.exec(reply)?.[1];
  if (found === undefined) throw new ScannerUnavailable(`clamd answered: ${reply.slice(0, 200)}`);
  return found;
}

/** @throws ScannerUnavailable */
export async function clamdPing(place: ClamdPlace, patience: Patience): Promise<void> {
  const reply = await talk(place, patience, (socket) => send(socket, Buffer.from('zPING\0')));
  if (reply !== 'PONG') throw new ScannerUnavailable(`clamd answered: ${reply.slice(0, 200)}`);
}

/** One connection, one command, one answer. clamd may answer before it has heard everything: then it wants no more. */
async function talk(
  place: ClamdPlace,
  { connectMs, idleMs }: Patience,
  say: (socket: Socket) => Promise<void>,
): Promise<string> {
  const socket = connect(place);
  const answer = replyOf(socket);
  // Whoever fails first is heard; the other must not be an unhandled rejection.
  answer.catch(() => undefined);
  socket.setTimeout(connectMs, () => socket.destroy(new ScannerUnavailable('clamd does not answer')));
  try {
    await Promise.race([once(socket, 'connect'), answer]);
    socket.setTimeout(idleMs);
    const said = say(socket);
    said.catch(() => undefined);
    await Promise.race([said, answer]);
    return await answer;
  } catch (error) {
    throw error instanceof ScannerUnavailable ? error : new ScannerUnavailable((error as Error).message);
  } finally {
    socket.destroy();
  }
}

function replyOf(socket: Socket): Promise<string> {
  return new Promise((answered, failed) => {
    let heard = '';
    socket.on('data', (data: Buffer) => {
      heard += data.toString('utf8');
      const end = heard.indexOf('\0');
      if (end >= 0) answered(heard.slice(0, end).trim());
      else if (heard.length > longestReply) failed(new ScannerUnavailable('clamd says too much'));
    });
    socket.once('error', failed);
    socket.once('close', () => failed(new ScannerUnavailable('clamd hung up')));
  });
}

async function send(socket: Socket, data: Buffer): Promise<void> {
  if (socket.destroyed) throw new ScannerUnavailable('clamd hung up');
  if (!socket.write(data)) await Promise.race([once(socket, 'drain'), once(socket, 'close')]);
}
