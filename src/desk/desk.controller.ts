import { Controller, Get } from '@nestjs/common';
import { AnswersQueries } from '../answers/answers.queries';
import { Calendars } from '../calendar/calendars';
import { allows } from '../domain/access/policies';
import { holds, type Role, type Viewer } from '../domain/access/viewer';
import { beijingDay, type Instant } from '../domain/shared/instant';
import { FilesQueries } from '../files/files.queries';
import { page, PageAnswer } from '../http/answers';
import { CurrentViewer, CurrentWords, Policy } from '../http/decorators';
import { GateQueueQueries } from '../fair-competition/gate-queue.queries';
import { LateQueries } from '../late/late.queries';
import { LeadOverdueQueries } from '../leads/lead-overdue.queries';
import { LeadWaitingQueries } from '../leads/lead-waiting.queries';
import { LedgerQueries } from '../ledger/ledger.queries';
import { PostingsQueries } from '../postings/postings.queries';
import { PromiseTimes } from '../promises/promise-times.service';
import { FollowUpsQueries } from '../results/follow-ups.queries';
import type { Words } from '../words/words';
import type { DeskFacts, OfficeFacts, ScoutFacts } from './desk-facts';
import { DeskQueries, mostOnDesk } from './desk.queries';
import { deskView } from './desk.views';
import { OfficeDeskQueries } from './office-desk.queries';

/** Lines of each kind of promise that a desk looks at. */
const mostOnTile = 100;

/** Each person's home: what waits for them. Someone with several roles sees the parts of each. */
@Controller()
export class DeskController {
  constructor(
    private readonly desk: DeskQueries,
    private readonly office: OfficeDeskQueries,
    private readonly leads: LeadWaitingQueries,
    private readonly answers: AnswersQueries,
    private readonly ledger: LedgerQueries,
    private readonly followUps: FollowUpsQueries,
    private readonly files: FilesQueries,
    private readonly calendars: Calendars,
    private readonly times: PromiseTimes,
    private readonly overdue: LeadOverdueQueries,
    private readonly late: LateQueries,
    private readonly queue: GateQueueQueries,
    private readonly postings: PostingsQueries,
  ) {}

  @Get()
  @Policy('page.home')
  async home(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<PageAnswer> {
    return page('desk/index', deskView(await this.facts(viewer), words));
  }

  private async facts(viewer: Viewer): Promise<DeskFacts> {
    const as = async <T>(role: Role, read: () => Promise<T>): Promise<T | null> =>
      holds(viewer, role) ? read() : null;
    const time = await this.times.time();
    const { now } = time;
    return {
      ...time,
      roles: viewer.roles,
      promises: allows('promise.list', viewer, null, 'production')
        ? await this.late.list(viewer, 'near', mostOnTile)
        : null,
      toReview: (await this.queue.isReviewer(viewer)) ? await this.waitingForOpinion(viewer) : null,
      scout: await as('scout', () => this.ofScout(viewer)),
      office: await as('secretariat', () => this.ofOffice(viewer, now)),
      host: await as('host', async () => ({
        leads: (await this.answers.waiting(viewer)).filter(({ kind }) => kind === 'statement'),
        projects: await this.desk.ofHost(viewer),
      })),
      supporter: await as('supporter', async () =>
        (await this.answers.waiting(viewer)).filter(({ kind }) => kind === 'element'),
      ),
      sponsor: await as('sponsor', () => this.desk.ofSponsor(viewer)),
      leading: await as('leadingGroup', () => this.office.rounds()),
      inspector: await as('inspector', async () => ({
        page: await this.ledger.page(viewer, '', 1, 8),
        rounds: await this.office.rounds(),
      })),
      admin: await as('admin', async () => ({
        people: await this.office.people(),
        mails: await this.office.failedMails(),
        missingYears: await this.calendars.missingYears(),
        troubledFiles: await this.files.troubled(mostOnDesk),
        endedPostings: await this.postings.ended(beijingDay(now), mostOnDesk),
      })),
      seats: await as('panelist', () => this.desk.seats(viewer)),
    };
  }

  private async waitingForOpinion(viewer: Viewer): Promise<number> {
    const queue = await this.queue.queue(viewer);
    return queue.filter(({ gate }) => gate.state === 'opinionMissing').length;
  }

  private async ofScout(viewer: Viewer): Promise<ScoutFacts> {
    const waiting = await this.leads.forScout(viewer);
    return {
      waiting,
      reasons: await this.desk.reasons(waiting.map(({ id }) => id)),
      underway: await this.desk.underway(viewer),
      letters: await this.desk.letters(viewer),
    };
  }

  private async ofOffice(viewer: Viewer, now: Instant): Promise<OfficeFacts> {
    const rounds = await this.office.rounds();
    const open = rounds.filter(({ state }) => state === 'open' || state === 'locked').map(({ id }) => id);
    return {
      counts: await this.office.counts((await this.overdue.now()).overdue),
      intake: await this.leads.forIntake(),
      sentBack: await this.office.sentBack(),
      queued: await this.office.queued(),
      rounds,
      turnout: await this.office.turnout(open),
      silent: await this.office.silent(open),
      fiveOnes: await this.desk.withoutFiveOnes(),
      mails: await this.office.failedMails(),
      followUps: await this.followUps.list(viewer),
      troubledFiles: await this.files.troubled(mostOnDesk),
      endedPostings: await this.postings.ended(beijingDay(now), mostOnDesk),
    };
  }
}
