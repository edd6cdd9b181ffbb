import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { allows } from '../domain/access/policies';
import type { Viewer } from '../domain/access/viewer';
import { beijingDay, type Day } from '../domain/shared/instant';
import { refuse, Refused } from '../domain/shared/refusal';
import { sheetAnswer } from '../http/download';
import { page, seeOther, type FileAnswer, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { plainText, refusalOfForm, typedText, validateForm, type FieldError } from '../http/forms';
import type { Words } from '../words/words';
import { readPolicyForm, VersionReasonForm } from './policy.form';
import { policyFormView, policyImportView } from './policy-forms.views';
import { policyView } from './policy.views';
import { readImport } from './policy-import';
import { PoliciesQueries, type PolicyRead } from './policies.queries';
import { PoliciesService } from './policies.service';
import { filteredPolicies, policiesView, policySheet, readPolicyFilter } from './policies.views';

type Body = Record<string, unknown>;

/** The catalogue of published policies. */
@Controller()
export class PoliciesController {
  constructor(
    private readonly clock: Clock,
    private readonly policies: PoliciesQueries,
    private readonly service: PoliciesService,
  ) {}

  @Get('policies')
  @Policy('policy.read')
  async index(
    @Query() asked: Record<string, unknown>,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    const filter = readPolicyFilter(asked);
    const all = await this.policies.current();
    const shown = filteredPolicies(all, filter, this.today());
    const at = { filter, today: this.today(), mayKeep: mayKeep(viewer), all: all.length };
    return page('fair-competition/policies', policiesView(shown, at, words));
  }

  @Get('policies.xlsx')
  @Policy('policy.read')
  async sheet(@Query() asked: Record<string, unknown>, @CurrentWords() words: Words): Promise<FileAnswer> {
    const shown = filteredPolicies(await this.policies.current(), readPolicyFilter(asked), this.today());
    return sheetAnswer(policySheet(shown, words), words.t('policies.title'));
  }

  @Get('policies/new')
  @Policy('policy.keep')
  blank(@CurrentWords() words: Words): PageAnswer {
    return page('fair-competition/policy-form', policyFormView(null, null, words));
  }

  @Post('policies')
  @Policy('policy.keep')
  async add(
    @FormBody() body: Body,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const read = readPolicyForm(body, words);
    if ('errors' in read) return this.again(null, body, read.errors, words);
    try {
      const id = await this.service.add(viewer, read.given, read.reason);
      return seeOther(`/policies/${id}`, { tone: 'ok', text: words.t('policies.added') });
    } catch (error) {
      return this.again(null, body, [documentError(error, words)], words);
    }
  }

  @Get('policies/imports')
  @Policy('policy.keep')
  importForm(@CurrentWords() words: Words): PageAnswer {
    return page('fair-competition/policy-form', policyImportView({}, [], [], words));
  }

  @Post('policies/imports')
  @Policy('policy.keep')
  async import(
    @FormBody() body: Body,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(VersionReasonForm, body, words);
    const { policies, problems } = readImport(plainText(typedText(body, 'rows')), words);
    const errors = [
      ...(form.ok ? [] : form.errors),
      ...(problems.length > 0
        ? [{ field: 'rows', message: words.t('policies.import.faulty', { n: problems.length }) }]
        : policies.length === 0
          ? [{ field: 'rows', message: words.t('policies.import.empty') }]
          : []),
    ];
    if (!form.ok || errors.length > 0) {
      const model = policyImportView(body, errors, problems, words);
      return page('fair-competition/policy-form', model, { status: 422 });
    }
    const result = await this.service.importAll(viewer, policies, form.value.reason);
    return seeOther('/policies', { tone: 'ok', text: words.t('policies.import.done', { ...result }) });
  }

  @Get('policies/:id')
  @Policy('policy.read')
  async show(
    @Param('id') id: string,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    const at = { today: this.today(), mayKeep: mayKeep(viewer) };
    return page('fair-competition/policy', policyView(await this.versionsOr404(id), at, words));
  }

  @Get('policies/:id/edit')
  @Policy('policy.keep')
  async edit(@Param('id') id: string, @CurrentWords() words: Words): Promise<PageAnswer> {
    const [held] = await this.versionsOr404(id);
    return page('fair-competition/policy-form', policyFormView(held, null, words));
  }

  @Post('policies/:id')
  @Policy('policy.keep')
  async revise(
    @Param('id') id: string,
    @FormBody() body: Body,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const [held] = await this.versionsOr404(id);
    const read = readPolicyForm(body, words);
    if ('errors' in read) return this.again(held, body, read.errors, words);
    const basedOn = typedText(body, 'basedOn');
    const shown = /^\d{1,6}$/.test(basedOn) ? Number(basedOn) : 0;
    try {
      await this.service.revise(viewer, id, read.given, shown, read.reason);
      return seeOther(`/policies/${id}`, { tone: 'ok', text: words.t('policies.revised') });
    } catch (error) {
      return this.again(held, body, [documentError(error, words)], words);
    }
  }

  private again(
    held: PolicyRead | null,
    body: Body,
    errors: readonly FieldError[],
    words: Words,
  ): PageAnswer {
    const model = policyFormView(held, { body, errors }, words);
    return page('fair-competition/policy-form', model, { status: 422 });
  }

  private async versionsOr404(id: string): Promise<[PolicyRead, ...PolicyRead[]]> {
    const [held, ...earlier] = await this.policies.versions(id);
    if (held === undefined) throw new Refused(refuse('notFound'), 404);
    return [held, ...earlier];
  }

  private today(): Day {
    return beijingDay(this.clock.now());
  }
}

const mayKeep = (viewer: Viewer): boolean => allows('policy.keep', viewer, null, 'production');

function documentError(error: unknown, words: Words): FieldError {
  const { because, details } = refusalOfForm(error);
  return { field: 'documentNo', message: words.t(`refusal.${because}`, details) };
}
