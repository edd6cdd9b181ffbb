import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { allows } from '../domain/access/policies';
import type { Viewer } from '../domain/access/viewer';
import { Refused, refuse } from '../domain/shared/refusal';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { byField, validateForm } from '../http/forms';
import { actorOf } from '../ledger/actor';
import type { Words } from '../words/words';
import type { Errors, Typed } from './chain-fields.views';
import { ChainForm, NewChainForm } from './chain.form';
import { ChainPages, statusFor } from './chain-pages';
import { ChainsQueries, type ChainCard } from './chains.queries';
import { ChainsService } from './chains.service';
import { chainView } from './chain-page.views';
import { chainEditView, chainsView } from './chains.views';
import { readFirmFilter, TargetFirmsQueries } from './target-firms.queries';

type Form = Record<string, unknown>;

export const mayEditChains = (viewer: Viewer): boolean => allows('chain.edit', viewer, null, 'production');

/** The register of key chains: the secretariat keeps it, everybody who works on leads reads it. */
@Controller('chains')
export class ChainsController {
  constructor(
    private readonly service: ChainsService,
    private readonly chains: ChainsQueries,
    private readonly firms: TargetFirmsQueries,
    private readonly pages: ChainPages,
  ) {}

  @Get()
  @Policy('chain.read')
  index(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<PageAnswer> {
    return this.list(mayEditChains(viewer), { standing: 'active' }, {}, words);
  }

  @Post()
  @Policy('chain.edit')
  async add(
    @CurrentViewer() viewer: Viewer,
    @FormBody() body: Form,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(NewChainForm, body, words);
    if (!form.ok) return this.list(true, body, byField(form.errors), words);
    const errors = await this.pages.attempt(words, () => this.service.add(actorOf(viewer), form.value));
    if (errors) return this.list(true, body, errors, words);
    return seeOther('/chains', {
      tone: 'ok',
      text: words.t('chains.flash.added', { name: form.value.nameZh }),
    });
  }

  @Get(':id')
  @Policy('chain.read')
  async show(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Query() asked: Form,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    const found = await this.chains.page(id);
    if (found === null) throw new Refused(refuse('notFound'), 404);
    const filter = readFirmFilter(asked);
    const firms = await this.firms.list(id, filter);
    return page('chains/show', chainView(found, firms, filter, mayEditChains(viewer), words));
  }

  @Get(':id/edit')
  @Policy('chain.edit')
  async edit(@Param('id') id: string, @CurrentWords() words: Words): Promise<PageAnswer> {
    const chain = await this.pages.chain(id);
    const { nameZh, nameEn, standing, keeperId } = chain;
    const known = { nameZh, nameEn, standing, year: String(chain.year), keeperId: keeperId ?? '' };
    return this.form(chain, known, {}, words);
  }

  @Post(':id')
  @Policy('chain.edit')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @FormBody() body: Form,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const chain = await this.pages.chain(id);
    const form = validateForm(ChainForm, body, words);
    if (!form.ok) return this.form(chain, body, byField(form.errors), words);
    const errors = await this.pages.attempt(words, () =>
      this.service.change(actorOf(viewer), id, form.value),
    );
    if (errors) return this.form(chain, body, errors, words);
    return seeOther(`/chains/${id}`, { tone: 'ok', text: words.t('chains.flash.saved') });
  }

  private async list(mayEdit: boolean, typed: Typed, errors: Errors, words: Words): Promise<PageAnswer> {
    const people = mayEdit ? await this.pages.keepers(words) : [];
    const form = mayEdit ? { typed, errors, people } : null;
    const model = chainsView(await this.chains.lines(), form, words);
    return page('chains/index', model, { status: statusFor(errors) });
  }

  private async form(chain: ChainCard, typed: Typed, errors: Errors, words: Words): Promise<PageAnswer> {
    const model = chainEditView({ chain, typed, errors }, await this.pages.keepers(words), words);
    return page('chains/form', model, { status: statusFor(errors) });
  }
}
