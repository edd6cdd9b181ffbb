import { typedForm } from '../../../src/ballots/ballot.form';
import type { Taken } from '../../../src/ballots/ballot-box';
import { BallotsService } from '../../../src/ballots/ballots.service';
import { RecusalsService } from '../../../src/ballots/recusals.service';
import type { Watcher } from '../../../src/ballots/veto-standing';
import { VetoSettlementsService } from '../../../src/ballots/veto-settlements.service';
import { VetoesService } from '../../../src/ballots/vetoes.service';
import { sql } from '../../../src/database/sql';
import type { BallotViewer, Viewer } from '../../../src/domain/access/viewer';
import type { PanelKind } from '../../../src/domain/rubric/panel-kind';
import { Refused } from '../../../src/domain/shared/refusal';
import { Jobs } from '../../../src/jobs/jobs';
import { RoundClosuresService } from '../../../src/results/round-closures.service';
import { RemindersService } from '../../../src/rounds/reminders.service';
import { RoundsService } from '../../../src/rounds/rounds.service';
import { SeatHandoversService } from '../../../src/rounds/seat-handovers.service';
import { SeatLinksService } from '../../../src/rounds/seat-links.service';
import { TwoPersonActs } from '../../../src/rounds/two-person-acts.service';
import type { TestApp } from '../app';
import type { ModelCity } from './model-city';
import type { Act, VetoMove } from './round-acts';
import { TERM } from './model-round';
import { asSeat, dismissInterests, paperOf, type RunSeat } from './run-parts';

type Press = { readonly receipt: string; readonly send: () => Promise<Taken> };

/** One round of the model in the program: each act through the service that a page would call. */
export class RoundRun {
  seats: readonly RunSeat[] = [];
  items: readonly string[] = [];
  private readonly presses = new Map<string, Press[]>();
  private readonly vetoes: { id: string; seat: number; ground: string }[] = [];
  private minutes = 0;

  private constructor(
    private readonly where: ModelCity,
    readonly id: string,
    private readonly began: number,
  ) {}

  /** A planned round whose deadline is one term ahead. */
  static async plan(where: ModelCity): Promise<RoundRun> {
    const { app } = where.city;
    const began = Date.parse(app.clock.now());
    const { panelId, leadIds, rubricVersionId } = where;
    const deadlineAt = new Date(began + TERM * 60_000).toISOString();
    const plan = { title: '模型轮次', rubricVersionId, panelId, leadIds, deadlineAt };
    const { id } = await app.get(RoundsService).plan(where.secretaries[0], plan);
    const run = new RoundRun(where, id, began);
    run.items = (
      await app.reader.rows<{ id: string }>(
        sql`select id from round_item where round_id = ${id} order by position`,
      )
    ).map((item) => item.id);
    await dismissInterests({ app, secretary: where.secretaries[0] }, { id, panelId });
    return run;
  }

  get app(): TestApp {
    return this.where.city.app;
  }

  /** @returns 'done', what it came to, or why it was refused, as the model says it */
  async perform(act: Act): Promise<string> {
    // So that what is written in one act lies in the order of the acts.
    this.app.clock.advance(1);
    try {
      return (await this.attempt(act)) ?? 'done';
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return error.refusal.because;
    }
  }

  private async attempt(act: Act): Promise<string | void> {
    const rounds = this.app.get(RoundsService);
    const [secretary] = this.where.secretaries;
    switch (act.do) {
      case 'open':
        await rounds.open(secretary, this.id);
        return this.readSeats();
      case 'wait':
        this.minutes += act.minutes;
        return this.app.clock.set(this.at(0));
      case 'restart':
        return this.where.restart();
      case 'runJobs':
        for (const job of ['lockRounds', 'countRounds']) await this.app.get(Jobs).runNow(job);
        return;
      case 'cast':
      case 'recuse':
        return this.seats.length === 0 ? 'nothing' : this.press(act);
      case 'draft':
        return this.seats.length === 0 ? 'nothing' : this.draft(act);
      case 'again':
        return this.again(act);
      case 'veto':
        return this.seats.length === 0 ? 'nothing' : this.raise(act);
      case 'settle':
        return this.settle(act.veto, act.move);
      case 'reissue':
        await rounds.reissueLink(secretary, this.id, this.seatAt(act.seat)?.id ?? '');
        return;
      case 'withdrawLink':
        await this.app.get(SeatLinksService).withdraw(secretary, this.id, this.seatAt(act.seat)?.id ?? '');
        return;
      case 'handOver': {
        const given = { to: null, reason: '出差' };
        const seat = this.seatAt(act.seat);
        const voter = await this.app
          .get(SeatHandoversService)
          .handOver(secretary, this.id, seat?.id ?? '', given);
        if (seat) seat.personId = voter.personId;
        return;
      }
      case 'remind':
        await this.app.get(RemindersService).remind(secretary, this.id);
        return;
      case 'extend':
        return rounds.extend(secretary, this.id, { deadlineAt: this.at(act.minutes), reason: '等用地答复' });
      case 'close':
        return this.app.get(RoundClosuresService).close(secretary, this.id);
      case 'cancel':
        return rounds.cancel(secretary, this.id, { reason: '名册有误' });
      case 'reopen':
      case 'void':
        return this.twoPeople(act.do, this.secretary(act.by));
      case 'takeBack':
        return this.app.get(TwoPersonActs).withdraw(this.secretary(0), this.id, act.kind);
    }
  }

  private async press(act: Extract<Act, { do: 'cast' | 'recuse' }>): Promise<void> {
    const seat = await this.viewer(act.seat, act.link);
    const itemId = this.itemAt(act.item);
    const key = `press ${this.app.clock.now()}`;
    const send = async (): Promise<Taken> => {
      const sent = { itemId, key, device: 'test' };
      const { taken, problems } =
        act.do === 'cast'
          ? await this.app.get(BallotsService).cast(seat, { ...sent, typed: paperOf(seat, act.vote) })
          : await this.app.get(RecusalsService).recuse(seat, { ...sent, reason: '与投资方有业务往来' });
      if (!taken) throw new Error(JSON.stringify(problems));
      return taken;
    };
    const { receiptCode: receipt } = await send();
    const own = this.pressesOf(act);
    own.push({ receipt, send });
  }

  private async draft(act: Extract<Act, { do: 'draft' }>): Promise<void> {
    const typed = typedForm({ comment: act.text });
    const seat = await this.viewer(act.seat, 0);
    await this.app.get(BallotsService).saveDraft(seat, this.itemAt(act.item), typed);
  }

  private async again(act: Extract<Act, { do: 'again' }>): Promise<string> {
    const own = this.pressesOf(act);
    const first = own[act.press % Math.max(1, own.length)];
    if (!first) return 'nothing';
    const { receiptCode, version, isCurrent } = await first.send();
    if (receiptCode !== first.receipt)
      throw new Error(`another receipt: ${receiptCode} for ${first.receipt}`);
    return `version ${version}${isCurrent ? ', current' : ''}`;
  }

  private async raise(act: Extract<Act, { do: 'veto' }>): Promise<string | void> {
    const seat = await this.viewer(act.seat, act.link);
    const sent = { ground: act.ground, basis: '国土空间规划', text: '占用永久基本农田', key: null };
    const result = await this.app.get(VetoesService).raise(seat, { ...sent, itemId: this.itemAt(act.item) });
    if (result.problems) return result.problems[0]?.because;
    this.vetoes.push({ id: result.id, seat: act.seat % this.seats.length, ground: act.ground });
  }

  private async settle(at: number, move: VetoMove): Promise<string | void> {
    const veto = this.vetoes[at % Math.max(1, this.vetoes.length)];
    if (!veto) return 'nothing';
    const settlements = this.app.get(VetoSettlementsService);
    const raiser = this.seats[veto.seat];
    if (move === 'withdraw') return settlements.withdraw([asSeat(raiser)], veto.id, '');
    const land = this.seats.find(({ duty }) => duty === 'naturalResources');
    const { personId, roles } = this.secretary(1);
    const watcher: Watcher = veto.ground === 'V02' ? asSeat(land) : { as: 'person', personId, roles };
    const problems = await settlements.settle([watcher], veto.id, {
      move,
      reason: '已附查询结果',
      hasNoInterest: true,
    });
    return problems[0]?.because;
  }

  private async twoPeople(kind: 'reopen' | 'void', by: Viewer): Promise<string> {
    const asked = await this.app.reader.one(
      sql`select id from round_request where round_id = ${this.id} and state = 'asked'`,
    );
    const deadlineAt = asked === null && kind === 'reopen' ? this.at(TERM) : null;
    return this.app.get(TwoPersonActs).act(by, this.id, { kind, reason: '名册有误', deadlineAt });
  }

  /** The seat behind one of its links, counted from the newest. */
  private async viewer(at: number, link: number): Promise<BallotViewer & { kind: PanelKind }> {
    const seat = this.seatAt(at);
    if (!seat) throw new Error('the round has no seats yet');
    const links = await this.app.reader.rows<{ id: string; personId: string }>(
      sql`select id, person_id as "personId" from mailed_link where round_seat_id = ${seat.id} order by id desc`,
    );
    const { id: linkId, personId } = links[link % links.length] ?? { id: '', personId: '' };
    return { linkId, roundId: this.id, roundSeatId: seat.id, personId, kind: seat.kind };
  }

  private async readSeats(): Promise<void> {
    this.seats = await this.app.reader.rows<RunSeat>(
      sql`select id, holder_id as "personId", kind, function as duty from round_seat
          where round_id = ${this.id} order by position`,
    );
  }

  private pressesOf({ seat, item }: { seat: number; item: number }): Press[] {
    const place = `${seat % Math.max(1, this.seats.length)} ${item % this.items.length}`;
    const own = this.presses.get(place) ?? [];
    this.presses.set(place, own);
    return own;
  }

  private secretary(at: number): Viewer {
    return at === 0 ? this.where.secretaries[0] : this.where.secretaries[1];
  }

  private seatAt(at: number): RunSeat | undefined {
    return this.seats[at % Math.max(1, this.seats.length)];
  }

  private itemAt(at: number): string {
    return this.items[at % this.items.length] ?? '';
  }

  /** So many minutes from the model's now. */
  private at(minutes: number): string {
    return new Date(this.began + (this.minutes + minutes) * 60_000).toISOString();
  }
}
