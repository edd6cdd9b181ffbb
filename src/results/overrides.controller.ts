import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { readMaterials } from '../domain/followup/materials';
import { refuse, Refused } from '../domain/shared/refusal';
import type { ReceivedFile } from '../files/files.service';
import { Config } from '../config/config';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { AsksProof, CurrentViewer, CurrentWords, Policy, TakesFiles } from '../http/decorators';
import { FreshProof, NotProven } from '../http/fresh-proof';
import { refusalOfForm, validateForm, type FieldError } from '../http/forms';
import { packKeptForm, unpackKeptForm } from '../http/kept-form';
import type { AppRequest } from '../http/request';
import { uploadParts } from '../http/upload';
import type { Words } from '../words/words';
import { asFieldError, OverrideForm } from './after.form';
import { overrideView } from './override.views';
import { OverridesService } from './overrides.service';
import { ResultsQueries } from './results.queries';

const places = {
  overrideUnknown: 'result',
  overrideChangesNothing: 'result',
  documentNumberMissing: 'documentNumber',
  documentMissing: 'file',
  materialsTooMany: 'materials',
  materialTooLong: 'materials',
};

/** The field that names a document which has been received already. */
const carried = 'receivedFile';

/** What a form with a document held: its fields, and the document or what is wrong with it. */
interface Sent {
  readonly fields: Record<string, unknown>;
  readonly file: ReceivedFile | null;
  readonly errors: readonly FieldError[];
}

/** The leading group decides otherwise than the computation. */
@Controller('rounds/:id/items/:itemId/override')
export class OverridesController {
  constructor(
    private readonly overrides: OverridesService,
    private readonly results: ResultsQueries,
    private readonly proof: FreshProof,
    private readonly config: Config,
  ) {}

  @Get()
  @Policy('result.override')
  form(
    @Param('id') id: string,
    @Param('itemId') itemId: string,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return this.answer(viewer, { id, itemId, sent: null, errors: [] }, words);
  }

  @Post()
  @Policy('result.override')
  @AsksProof()
  @TakesFiles()
  async override(
    @Param('id') id: string,
    @Param('itemId') itemId: string,
    @Req() request: AppRequest,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const sent = await this.read(request, words);
    await this.insistOnProof(request, sent);
    const form = validateForm(OverrideForm, sent.fields, words);
    const errors = [...(form.ok ? [] : form.errors), ...sent.errors];
    const again = (found: readonly FieldError[]): Promise<PageAnswer> =>
      this.answer(viewer, { id, itemId, sent: sent.fields, errors: found }, words);
    if (!form.ok || errors.length > 0) return again(errors);
    const { result, documentNumber, reason, materials } = form.value;
    const given = { result, documentNumber, reason, materials: readMaterials(materials, reason) };
    try {
      await this.overrides.override(viewer, id, itemId, given, sent.file);
    } catch (error) {
      return again([asFieldError(refusalOfForm(error), places, 'reason', words)]);
    }
    return seeOther(`/rounds/${id}/results`, { tone: 'ok', text: words.t('after.override.done') });
  }

  /** Reads the form to its end, whatever is wrong with the document. */
  private async read(request: AppRequest, words: Words): Promise<Sent> {
    if (!request.isMultipart()) return this.carriedOver(request.body as Record<string, unknown>);
    const fields: Record<string, unknown> = {};
    const errors: FieldError[] = [];
    let file: ReceivedFile | null = null;
    for await (const part of uploadParts(request)) {
      if (part.kind === 'field') fields[part.name] = part.value;
      else if (part.filename === '') part.bytes.resume();
      else
        try {
          file = await this.overrides.receive(part.bytes, part.filename);
        } catch (error) {
          errors.push(asFieldError(refusalOfForm(error), {}, 'file', words));
        }
    }
    return { fields, file, errors };
  }

  /** The form as it comes back from the question who is there, its document named by a sealed field. */
  private carriedOver(fields: Record<string, unknown>): Sent {
    const packed = unpackKeptForm(fields[carried], this.config.SECRET_KEY);
    // A form kept over a sign-in is sealed alike; its action begins with a slash.
    const kept = packed?.action === carried ? packed : null;
    const value = (name: string): string => kept?.fields.find((one) => one.name === name)?.value ?? '';
    const scan = JSON.parse(value('scan') || 'null') as ReceivedFile['scan'];
    const file = { sha256: value('sha256'), name: value('name'), mediaType: value('mediaType'), scan };
    return { fields, file: kept && { ...file, size: Number(value('size')) }, errors: [] };
  }

  /** The guard leaves a form with files alone; here it has been read, and the document lies in its place. */
  private async insistOnProof(request: AppRequest, { fields, file }: Sent): Promise<void> {
    if (!request.isMultipart()) return;
    try {
      await this.proof.insist(request, fields);
    } catch (error) {
      if (!(error instanceof NotProven) || file === null) throw error;
      const named = Object.entries({ ...file, scan: JSON.stringify(file.scan) }).map(([name, value]) => ({
        name,
        value: String(value),
      }));
      const packed = packKeptForm({ action: carried, fields: named }, this.config.SECRET_KEY);
      throw new NotProven(error.asked, { ...fields, [carried]: packed });
    }
  }

  private async answer(
    viewer: Viewer,
    at: {
      readonly id: string;
      readonly itemId: string;
      readonly sent: Record<string, unknown> | null;
      readonly errors: readonly FieldError[];
    },
    words: Words,
  ): Promise<PageAnswer> {
    const results = await this.results.round(viewer, at.id);
    const item = results.items.find(({ outcome }) => outcome.itemId === at.itemId);
    if (item === undefined) throw new Refused(refuse('noSuchResults'), 404);
    const back = at.sent === null ? null : { form: 'override', typed: at.sent, errors: at.errors };
    return page('results/after', overrideView(results, item, back, words), {
      status: back === null ? 200 : 422,
    });
  }
}
