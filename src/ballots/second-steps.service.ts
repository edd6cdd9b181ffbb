import { Injectable } from '@nestjs/common';
import { timingSafeEqual } from 'node:crypto';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { Randomness } from '../clock/randomness';
import { Config } from '../config/config';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { type Sql, sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import { secondStepRules } from '../domain/link/limits';
import { msOf, toInstant, type Instant } from '../domain/shared/instant';
import { Refused, refuse } from '../domain/shared/refusal';
import { keyedHash } from '../links/keyed-hash';
import { MailedLink } from '../links/mailed-link.entity';
import { tokenHash } from '../links/token';
import { Outbox } from '../mail/outbox';
import type { SecondStep, StepStanding } from '../domain/link/second-step';
import { wordsFor } from '../words/words';
import { LinkDevices, type UsingBrowser } from './link-devices';
import type { LinkReading, LiveLink, WayOfEntry } from './link-reading';
import { secondStepMail } from './second-step.mail';
import { LinkStep } from './voting-link.entity';
import { VotingLinksService } from './voting-links.service';

/** A code as a browser finds it; `gone` when it has asked for none, or has used it. */
export type StepReading =
  | { readonly standing: StepStanding; readonly reading: LinkReading; readonly way: WayOfEntry['by'] }
  | { readonly standing: 'gone'; readonly reading: null };
export type StepResult =
  | { readonly session: string }
  | {
      readonly session: null;
      readonly because: 'wrong' | 'expired' | 'usedUp' | 'gone';
      readonly left: number;
    };

/** A code by mail after the button, where the panel asks for it: a link that was forwarded opens nothing by itself. */
@Injectable()
export class SecondStepsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly randomness: Randomness,
    private readonly config: Config,
    private readonly outbox: Outbox,
    private readonly devices: LinkDevices,
    private readonly voting: VotingLinksService,
  ) {}

  /** What the round's panel asks for now. */
  async wanted(roundId: string, source: Source = this.reader): Promise<SecondStep> {
    const row = await source.one<{ step: SecondStep }>(
      sql`select panel.second_step as step from round join panel on panel.id = round.panel_id
          where round.id = ${roundId}`,
    );
    return row?.step ?? 'none';
  }

  /**
   * Mails a code to the enrolled mailbox. @returns what the browser keeps, without which the code opens nothing
   * @throws Refused 429 when too many codes were asked for
   */
  async begin({ link, room }: LiveLink, way: WayOfEntry['by']): Promise<string> {
    return this.work.run(async (tx) => {
      await this.devices.lock(tx, link);
      await this.refuseTooMany(tx, link);
      const [id, secret] = [this.ids.next(), this.randomness.bytes(32).toString('base64url')];
      const digits = sixDigits(this.randomness.bytes(6));
      const sentAt = this.clock.now();
      const expiresAt = toInstant(msOf(sentAt) + secondStepRules.lives);
      const codeHash = this.codeHash(id, digits);
      const row = { id, linkId: link.id, browserHash: tokenHash(secret), codeHash, way, tries: 0 };
      await tx.insert(LinkStep, { ...row, sentAt, expiresAt, usedAt: null });
      const words = wordsFor(room.person.locale ?? this.config.LOCALE);
      await this.outbox.enqueue(tx, secondStepMail({ room, code: digits, expiresAt }, words));
      return secret;
    });
  }

  /** For the page that asks for the code; changes nothing. */
  async read(secret: string | null): Promise<StepReading> {
    const step = secret && (await this.stepOf(this.reader, secret));
    if (!step || step.usedAt !== null) return { standing: 'gone', reading: null };
    const link = await this.reader.findOne(MailedLink, sql`where id = ${step.linkId}`);
    if (!link) return { standing: 'gone', reading: null };
    const standing = standingOf(step, this.clock.now());
    return { standing, reading: await this.voting.standing(link), way: step.way };
  }

  /** Opens the session when the digits are right; every try counts, right or wrong. */
  async finish(secret: string, typed: string, browser: UsingBrowser): Promise<StepResult> {
    return this.work.run(async (tx): Promise<StepResult> => {
      const step = await this.stepOf(tx, secret, tx.forUpdate);
      if (!step || step.usedAt !== null) return { session: null, because: 'gone', left: 0 };
      const standing = standingOf(step, this.clock.now());
      if (standing !== 'waiting') return { session: null, because: standing, left: 0 };
      const tries = step.tries + 1;
      if (!this.isRight(step, typed)) {
        await tx.update(LinkStep, { tries }, sql`id = ${step.id}`);
        const left = secondStepRules.tries - tries;
        return { session: null, because: left > 0 ? 'wrong' : 'usedUp', left };
      }
      await tx.update(LinkStep, { tries, usedAt: this.clock.now() }, sql`id = ${step.id}`);
      return { session: await this.enter(tx, step, browser) };
    });
  }

  private async enter(tx: Tx, { linkId, way }: LinkStep, browser: UsingBrowser): Promise<string> {
    const link = await tx.findOne(MailedLink, sql`where id = ${linkId}`);
    const reading = link && (await this.voting.standing(link));
    if (reading?.trouble !== null) throw new Refused(refuse('ballotLinkReplaced'), 410);
    return this.voting.open(reading, browser, { by: way, secondStep: 'mail' });
  }

  private stepOf(source: Source, secret: string, lock: Sql = sql.empty): Promise<LinkStep | null> {
    return source.findOne(LinkStep, sql`where browser_hash = ${tokenHash(secret)}${lock}`);
  }

  private async refuseTooMany(tx: Tx, { personId, roundSeatId }: MailedLink): Promise<void> {
    const since = toInstant(msOf(this.clock.now()) - secondStepRules.window);
    const row = await tx.one<{ n: number | string }>(
      sql`select count(*) as n from link_step join mailed_link on mailed_link.id = link_step.link_id
          where mailed_link.person_id = ${personId} and mailed_link.round_seat_id = ${roundSeatId}
            and link_step.sent_at > ${since}`,
    );
    if (Number(row?.n ?? 0) < secondStepRules.mostCodes) return;
    throw new Refused(refuse('tooManyStepCodes', { minutes: secondStepRules.window / 60_000 }), 429);
  }

  private isRight({ id, codeHash }: LinkStep, typed: string): boolean {
    const digits = typed.slice(0, 100).normalize('NFKC').replace(/\D/g, '');
    return timingSafeEqual(Buffer.from(this.codeHash(id, digits)), Buffer.from(codeHash));
  }

  private codeHash(id: string, digits: string): string {
    return keyedHash(this.config.SECRET_KEY, 'second step', `${id}\n${digits}`);
  }
}

function standingOf({ tries, expiresAt }: LinkStep, now: Instant): StepStanding {
  if (tries >= secondStepRules.tries) return 'usedUp';
  return expiresAt <= now ? 'expired' : 'waiting';
}

/** Of 48 random bits: the odds of any six digits differ by less than one in a hundred million. */
function sixDigits(bytes: Buffer): string {
  return String(bytes.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
}
