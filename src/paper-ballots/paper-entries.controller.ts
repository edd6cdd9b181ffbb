import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { SeatPapersQueries } from '../ballots/seat-papers.queries';
import type { Viewer } from '../domain/access/viewer';
import { Refused } from '../domain/shared/refusal';
import type { ReceivedFile } from '../files/files.service';
import { seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, Policy, TakesFiles } from '../http/decorators';
import { byField, plainText, refusalOfForm, validateForm } from '../http/forms';
import type { AppRequest } from '../http/request';
import { uploadParts } from '../http/upload';
import type { Words } from '../words/words';
import { KeptScan } from './kept-scan';
import { nestedFields, PaperBallotForm } from './paper-ballot.form';
import { PaperBallotsService } from './paper-ballots.service';
import { PaperEntryPages } from './paper-entry-pages';

/** A form as it came: its fields, and the scan or what is wrong with it. */
interface Sent {
  readonly body: Record<string, unknown>;
  readonly scan: ReceivedFile | null;
  readonly scanError: string;
  /** The scan for the page that comes back, sealed; null where there is none. */
  readonly kept: { readonly packed: string; readonly name: string } | null;
}

const places: Readonly<Record<string, string>> = {
  paperNotDeclared: 'declared',
  paperScanMissing: 'scan',
  paperScanKind: 'scan',
};

/** Ballots of one seat on paper: print the sheets, enter what came back. */
@Controller('rounds/:id/seats/:seatId')
export class PaperEntriesController {
  constructor(
    private readonly papers: PaperBallotsService,
    private readonly seats: SeatPapersQueries,
    private readonly pages: PaperEntryPages,
    private readonly keptScan: KeptScan,
  ) {}

  @Get('paper-ballot')
  @Policy('paperBallot.enter')
  sheets(
    @Param('id') id: string,
    @Param('seatId') seatId: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return this.pages.sheets(id, seatId, words);
  }

  @Get('paper-ballots')
  @Policy('paperBallot.enter')
  seat(
    @Param('id') id: string,
    @Param('seatId') seatId: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return this.pages.seat(id, seatId, words);
  }

  @Get('paper-ballots/:itemId')
  @Policy('paperBallot.enter')
  entry(
    @CurrentViewer() viewer: Viewer,
    @Param('id') roundId: string,
    @Param('seatId') roundSeatId: string,
    @Param('itemId') itemId: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return this.pages.entry(viewer, { roundId, roundSeatId, itemId }, words);
  }

  @Post('paper-ballots/:itemId')
  @Policy('paperBallot.enter')
  @TakesFiles()
  async enter(
    @CurrentViewer() viewer: Viewer,
    @Param('id') roundId: string,
    @Param('seatId') roundSeatId: string,
    @Param('itemId') itemId: string,
    @Req() request: AppRequest,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const at = { roundId, roundSeatId, itemId };
    const sent = await this.read(request, words);
    const { room } = await this.pages.placed(viewer, at);
    const { typed, content, problems } = await this.seats.read(room, itemId, sent.body);
    const read = validateForm(PaperBallotForm, sent.body, words);
    const [signedOn, declares] = [plainText(sent.body['signedOn']), sent.body['declared'] === 'none'];
    const again = (errors: Record<string, string>): Promise<PageAnswer> =>
      this.pages.entry(viewer, at, words, {
        form: { typed, problems },
        paper: { signedOn, declares, errors, kept: sent.kept },
      });
    const day = await this.pages.dayRefusal(roundId, signedOn);
    const errors: Record<string, string> = {
      ...(day === null ? {} : { signedOn: words.t(`refusal.${day.because}`, day.details) }),
      ...(read.ok ? {} : byField(read.errors)),
      ...(sent.scanError !== '' ? { scan: sent.scanError } : {}),
      ...(sent.scanError === '' && sent.scan === null ? { scan: words.t('refusal.paperScanMissing') } : {}),
      ...(declares ? {} : { declared: words.t('refusal.paperNotDeclared') }),
    };
    if (problems.length > 0 || Object.keys(errors).length > 0) return again(errors);
    try {
      const given = { content, signedOn, declaresNone: declares, scan: sent.scan };
      const id = await this.papers.enter(viewer, at, given);
      return seeOther(`/paper-ballots/${id}`, { tone: 'ok', text: words.t('paperBallots.flash.entered') });
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 422) throw error;
      const { because, details } = error.refusal;
      return again({ [places[because] ?? 'signedOn']: words.t(`refusal.${because}`, details) });
    }
  }

  /** Reads the form to its end, whatever is wrong with the scan. */
  private async read(request: AppRequest, words: Words): Promise<Sent> {
    if (!request.isMultipart()) return this.withScan(plainBody(request.body), null, '');
    const fields = new Map<string, string>();
    let scan: ReceivedFile | null = null;
    let scanError = '';
    for await (const part of uploadParts(request)) {
      if (part.kind === 'field') fields.set(part.name, part.value);
      else if (part.filename === '') part.bytes.resume();
      else
        try {
          scan = await this.papers.receive(part.bytes, part.filename);
        } catch (error) {
          const { because, details } = refusalOfForm(error);
          scanError = words.t(`refusal.${because}`, details);
        }
    }
    return this.withScan(nestedFields(fields), scan, scanError);
  }

  /** A scan chosen now goes before the one that came with an earlier try. */
  private withScan(body: Record<string, unknown>, fresh: ReceivedFile | null, scanError: string): Sent {
    const earlier = fresh === null && scanError === '' ? this.keptScan.unpack(body['receivedFile']) : null;
    const scan = fresh ?? earlier?.file ?? null;
    const kept = scan && { packed: this.keptScan.pack(scan, earlier?.at ?? null), name: scan.name };
    return { body, scan, scanError, kept };
  }
}

/** A form without a file; anything else counts as nothing sent. */
function plainBody(body: unknown): Record<string, unknown> {
  return typeof body === 'object' && body !== null && !Array.isArray(body)
    ? (body as Record<string, unknown>)
    : {};
}
