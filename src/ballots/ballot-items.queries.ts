import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { BallotViewer } from '../domain/access/viewer';
import type { LeadContent } from '../domain/lead/content';
import { demandsOf } from '../domain/lead/element-demands';
import { askedOf } from '../domain/tally/carried';
import { Refused, refuse } from '../domain/shared/refusal';
import { FairCompetitionQueries, type GateSaid } from '../fair-competition/fair-competition.queries';
import { LeadsQueries, type Dossier } from '../leads/leads.queries';
import { ResubmissionsQueries, type Comparison } from '../leads/resubmissions.queries';
import type { Words } from '../words/words';
import type { ItemRead, OwnBallot } from './ballot-item';
import type { BallotRoom, RoomItem } from './ballot-room';
import { BallotRoomsQueries } from './ballot-rooms.queries';
import { BallotsQueries } from './ballots.queries';
import { isAsked } from './declaration.views';
import type { BallotDossier } from './dossier.views';
import { RubricShelf } from './rubric-shelf';

/** One item as its seat may read it; a recused seat reads nothing of it, not even what it is called. */
export type SeenItem =
  | { readonly recused: false; readonly read: ItemRead }
  | { readonly recused: true; readonly room: BallotRoom; readonly item: RoomItem };

/** Reads the items of a round that is open, for the seat of a ballot session. */
@Injectable()
export class BallotItemsQueries {
  constructor(
    private readonly reader: Reader,
    private readonly rooms: BallotRoomsQueries,
    private readonly ballots: BallotsQueries,
    private readonly leads: LeadsQueries,
    private readonly resubmissions: ResubmissionsQueries,
    private readonly rubrics: RubricShelf,
    private readonly gates: FairCompetitionQueries,
  ) {}

  /** @throws Refused 410 once the round takes no more ballots: the panel's access to the material ends there */
  async openRoom(seat: BallotViewer): Promise<BallotRoom> {
    const room = await this.rooms.room(seat);
    if (!room) throw new Refused(refuse('notFound'), 404);
    const { state, roundNumber: round } = room;
    if (state === 'cancelled') throw new Refused(refuse('ballotRoundCancelled', { round }), 410);
    if (state === 'voided') throw new Refused(refuse('roundVoided'), 410);
    // Locked by its deadline, it can still be read; nothing more is taken.
    if (state !== 'open' && state !== 'locked') throw new Refused(refuse('ballotRoundOver', { round }), 410);
    return room;
  }

  /** What the leads of a round were called when it opened, by lead revision, without those it is recused from; one statement. */
  async titles({ items }: BallotRoom): Promise<Map<string, string>> {
    const revisions = await this.leads.revisions(
      this.reader,
      items.flatMap(({ leadRevisionId, standing }) => (standing === 'recused' ? [] : [leadRevisionId])),
    );
    return new Map([...revisions].map(([id, { content }]) => [id, content.title ?? '']));
  }

  /** @throws Refused 404 for an item of another round, 410 once the round is over */
  async item(seat: BallotViewer, itemId: string): Promise<SeenItem> {
    const room = await this.openRoom(seat);
    const item = room.items.find(({ id }) => id === itemId);
    if (!item) throw new Refused(refuse('notFound'), 404);
    if (item.standing === 'recused') return { recused: true, room, item };
    const content = await this.frozen(item);
    const whoever = shownDossier(await this.leads.dossier(this.reader, item.leadId), content);
    const dossier = item.isRival ? { ...whoever, files: [] } : whoever;
    const all = await this.ballots.own(seat, itemId);
    const own = isAsked(item) ? ownAlone(all, seat) : all;
    const whole = await this.rubrics.version(room.rubricVersionId);
    const rubric = { ...whole, criteria: askedOf(whole.criteria, item.carried ?? undefined) };
    return { recused: false, read: { room, item, content, dossier, own, rubric, whole } };
  }

  /** How the lead differs from what an earlier round judged; null where none did. */
  async sinceJudged({ roundId }: BallotRoom, item: RoomItem, words: Words): Promise<Comparison | null> {
    if (!item.judgedBefore) return null;
    return this.resubmissions.sinceJudged(item.leadId, item.leadRevisionId, roundId, words);
  }

  /** What the lead asks for as it was frozen, and the opinion on it; null where it asks for nothing. */
  async gate({ item, content }: ItemRead, words: Words): Promise<GateSaid | null> {
    if (content.incentiveRequests.length === 0) return null;
    return this.gates.asSaid(await this.gates.ofContent(this.reader, item.leadId, content), words);
  }

  private async frozen({ leadRevisionId }: RoomItem): Promise<LeadContent> {
    const revision = (await this.leads.revisions(this.reader, [leadRevisionId])).get(leadRevisionId);
    if (!revision) throw new Error(`The lead revision ${leadRevisionId} of an open round is missing`);
    return revision.content;
  }
}

/** What whoever has not declared yet may read of the seat's ballot: their own draft, nothing that the other wrote. */
function ownAlone({ draft }: OwnBallot, { personId }: Pick<BallotViewer, 'personId'>): OwnBallot {
  return { current: null, draft: draft?.savedBy === personId ? draft : null };
}

/** The dossier without what a panelist has no need of: who uploaded, who in a unit signed. */
function shownDossier(
  { statements, elementAnswers, elementTerm, files }: Dossier,
  content: LeadContent,
): BallotDossier {
  const answered = new Set<string>(elementAnswers.map(({ element }) => element));
  return {
    statements: statements.map(({ hostName, verdict, reasonCode, text, statedAt, terms, offer, term }) => ({
      hostName,
      verdict,
      reasonCode,
      text: text ?? '',
      at: statedAt,
      terms,
      offer: offer && { originShare: offer.originShare, shareYears: offer.shareYears },
      isLate: term?.standing === 'late',
    })),
    answers: elementAnswers,
    unanswered: demandsOf(content).filter(({ element }) => !answered.has(element)),
    isLate: elementTerm?.standing === 'late',
    files,
  };
}
