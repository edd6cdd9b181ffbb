import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

interface Answered {
  readonly statusCode: number;
  readonly headers: Record<string, string | string[]>;
  readonly body: string;
  /** Milliseconds from the first byte sent to the last one read, as the browser sees it. */
  readonly took: number;
}

interface Waiting {
  readonly answered: (answer: LightMyRequestResponse) => void;
  readonly failed: (error: Error) => void;
  readonly onAnswer: (took: number) => void;
}

type Message = { readonly id: number; readonly answer?: Answered; readonly failed?: string };

/** Browsers with real sockets, answered as `inject` answers, so that a `Visitor` can use either. */
export class Browsers {
  private readonly worker = new Worker(join(__dirname, 'browsers.mjs'));
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;
  private opened = 0;

  constructor(private readonly base: string) {
    this.worker.on('message', ({ id, answer, failed }: Message) => {
      const one = this.waiting.get(id);
      this.waiting.delete(id);
      if (answer === undefined) return one?.failed(new Error(failed));
      const cookies = [answer.headers['set-cookie'] ?? []].flat().map(cookieOf);
      one?.onAnswer(answer.took);
      one?.answered({ ...answer, cookies } as unknown as LightMyRequestResponse);
    });
  }

  /** One more browser. @param onAnswer is told how long each answer took */
  open(onAnswer: (took: number) => void): (options: InjectOptions) => Promise<LightMyRequestResponse> {
    const who = (this.opened += 1);
    return ({ method, url, headers, payload }) =>
      new Promise((answered, failed) => {
        const id = (this.asked += 1);
        this.waiting.set(id, { answered, failed, onAnswer });
        const body = typeof payload === 'string' ? payload : '';
        this.worker.postMessage({
          id,
          who,
          address: new URL(typeof url === 'string' ? url : '/', this.base).href,
          method: method ?? 'GET',
          headers: {
            ...(headers as Record<string, string>),
            'content-length': String(Buffer.byteLength(body)),
          },
          body,
        });
      });
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }
}

function cookieOf(line: string): { name: string; value: string; maxAge?: number } {
  const [pair = '', ...attributes] = line.split('; ');
  const at = pair.indexOf('=');
  const age = attributes.find((one) => /^max-age=/i.test(one))?.slice(8);
  const cookie = { name: pair.slice(0, at), value: decodeURIComponent(pair.slice(at + 1)) };
  return age === undefined ? cookie : { ...cookie, maxAge: Number(age) };
}
