import { Controller, Get } from '@nestjs/common';
import { Calendars } from '../calendar/calendars';
import { Clock } from '../clock/clock';
import { holds, type Role, type Viewer } from '../domain/access/viewer';
import type { WorkCalendar } from '../domain/shared/workdays';
import { FilesQueries } from '../files/files.queries';
import { page, PageAnswer } from '../http/answers';
import { CurrentViewer, CurrentWords, Policy } from '../http/decorators';
import { intakeOverdueBefore } from '../domain/lead/intake-clock';
import { LeadWaitingQueries } from '../leads/lead-waiting.queries';
import { LedgerQueries } from '../ledger/ledger.queries';
import { FollowUpsQueries } from '../results/follow-ups.queries';
import type { Words } from '../words/words';
import type { DeskFacts, OfficeFacts, ScoutFacts } from './desk-facts';
import { DeskQueries, mostOnDesk } from './desk.queries';
import { deskView } from './desk.views';
import { OfficeDeskQueries } from './office-desk.queries';

/** Each person's home: what waits for them. Someone with several roles sees the parts of each. */
@Controller()
export class DeskController {
  constructor(
    private readonly desk: DeskQueries,
    private readonly office: OfficeDeskQueries,
    private readonly leads: LeadWaitingQueries,
    private readonly ledger: LedgerQueries,
    private readonly followUps: FollowUpsQueries,
    private readonly files: FilesQueries,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Policy('page.home')
  async home(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<PageAnswer> {
    return page('desk/index', deskView(await this.facts(viewer), words));
  }

  private async facts(viewer: Viewer): Promise<DeskFacts> {
    const as = async <T>(role: Role, read: () => Promise<T>): Promise<T | null> =>
      holds(viewer, role) ? read() : null;
    const calendar = await this.calendars.current();
    return {
      now: this.clock.now(),
      calendar,
      roles: viewer.roles,
      scout: await as('scout', () => this.ofScout(viewer)),
      office: await as('secretariat', () => this.ofOffice(viewer, calendar)),
      host: await as('host', async () => ({
        leads: await this.leads.forHost(viewer),
        projects: await this.desk.ofHost(viewer),
      })),
      supporter: await as('supporter', () => this.leads.forSupporter(viewer)),
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
      })),
      seats: await as('panelist', () => this.desk.seats(viewer)),
    };
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

  private async ofOffice(viewer: Viewer, calendar: WorkCalendar): Promise<OfficeFacts> {
    const rounds = await this.office.rounds();
    const open = rounds.filter(({ state }) => state === 'open' || state === 'locked').map(({ id }) => id);
    return {
      counts: await this.office.counts(intakeOverdueBefore(calendar, this.clock.now())),
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
    };
  }
}
