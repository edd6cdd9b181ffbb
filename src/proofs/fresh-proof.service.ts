import { Injectable } from '@nestjs/common';
import { timingSafeEqual } from 'node:crypto';
import { Clock } from '../clock/clock';
import { Randomness } from '../clock/randomness';
import { Config } from '../config/config';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { FRESH_PROOF } from '../domain/settings/fresh-proof';
import { msOf, type Instant } from '../domain/shared/instant';
import { FreshProof, NotProven, type ProofAsked } from '../http/fresh-proof';
import { typedText } from '../http/forms';
import { visitOf, type AppRequest } from '../http/request';
import { keyedHash } from '../links/keyed-hash';
import { Outbox } from '../mail/outbox';
import { SessionsQueries, type SessionProof } from '../people/sessions.queries';
import { SessionsService } from '../people/sessions.service';
import { SignInService } from '../people/sign-in.service';
import { CitySettingsQueries } from '../settings/city-settings.queries';
import { wordsFor } from '../words/words';
import { proofCodeMail } from './proof-code.mail';

const minute = 60_000;

/** Minutes that a mailed code lives, and before another is mailed. */
export const proofCode = { lives: 15, apart: 1 };

interface Asking {
  readonly viewer: Viewer;
  readonly sessionId: string;
  readonly session: SessionProof;
  readonly now: Instant;
}

/** Asks again who is there before what binds many: by password, by a code to the mailbox, in the demo by one press. */
@Injectable()
export class FreshProofService extends FreshProof {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly config: Config,
    private readonly outbox: Outbox,
    private readonly sessions: SessionsService,
    private readonly proofs: SessionsQueries,
    private readonly signIn: SignInService,
    private readonly settings: CitySettingsQueries,
  ) {
    super();
  }

  async insist(request: AppRequest, fields: Readonly<Record<string, unknown>>): Promise<void> {
    const { viewer, sessionId } = visitOf(request);
    if (!viewer || !sessionId) return;
    const session = await this.proofs.proof(sessionId);
    const { minutes } = await this.settings.value(FRESH_PROOF);
    const asking = { viewer, sessionId, session: session ?? none, now: this.clock.now() };
    if (isFresh(asking, minutes)) return;
    const isDemo = this.config.MODE === 'demo';
    const typed = group(fields['proof']);
    const again = (asked: Partial<ProofAsked>): NotProven => {
      const { hasPassword } = asking.session;
      return new NotProven({ minutes, hasPassword, isDemo, codeSentTo: null, error: null, ...asked }, fields);
    };
    const { email } = asking.session;
    if (typedText(typed, 'send') !== '') {
      await this.sendCode(asking);
      throw again({ codeSentTo: email });
    }
    const [code, password] = [typedText(typed, 'code'), typedText(typed, 'password')];
    const origin = { address: request.ip, device: '' };
    if (isDemo && typedText(typed, 'demo') !== '') return void (await this.sessions.markProven(sessionId));
    if (code === '' && password === '')
      throw again('code' in typed ? { codeSentTo: email, error: 'code' } : {});
    const right =
      code === ''
        ? await this.signIn.confirms(viewer.personId, password, origin)
        : await this.signIn.tries(viewer.personId, origin, () => this.isCode(asking, code));
    if (!right) throw again(code === '' ? { error: 'password' } : { codeSentTo: email, error: 'code' });
    await this.sessions.markProven(sessionId);
  }

  /** Not more than one a minute: whoever presses twice gets one mail. */
  private async sendCode({ viewer, sessionId, session, now }: Asking): Promise<void> {
    const { codeAt, name, email } = session;
    if (codeAt !== null && msOf(now) - msOf(codeAt) < proofCode.apart * minute) return;
    const digits = String(this.randomness.bytes(6).readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
    await this.work.run(async (tx) => {
      await this.sessions.keepProofCode(tx, sessionId, this.hash(sessionId, digits));
      const to = { personId: viewer.personId, name, address: email };
      await this.outbox.enqueue(tx, proofCodeMail({ to, code: digits }, wordsFor(viewer.locale)));
    });
  }

  private isCode({ sessionId, session, now }: Asking, typed: string): boolean {
    const { codeHash, codeAt } = session;
    if (codeHash === null || codeAt === null || msOf(now) - msOf(codeAt) > proofCode.lives * minute)
      return false;
    const digits = typed.slice(0, 100).normalize('NFKC').replace(/\D/g, '');
    return timingSafeEqual(Buffer.from(this.hash(sessionId, digits)), Buffer.from(codeHash));
  }

  private hash(sessionId: string, digits: string): string {
    return keyedHash(this.config.SECRET_KEY, 'proof', `${sessionId}\n${digits}`);
  }
}

const none: SessionProof = {
  provenAt: null,
  codeHash: null,
  codeAt: null,
  hasPassword: false,
  name: '',
  email: '',
};

/** A clock that was set back makes no proof fresher: one from the future is old. */
function isFresh({ session: { provenAt }, now }: Asking, minutes: number): boolean {
  if (provenAt === null) return false;
  const age = msOf(now) - msOf(provenAt);
  return age >= 0 && age <= minutes * minute;
}

function group(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
