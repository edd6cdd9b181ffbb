import { actorOf } from '../ledger/actor';
import { Controller, Get, Param, Post } from '@nestjs/common';
import { holds, type Viewer } from '../domain/access/viewer';
import { Refused, refuse } from '../domain/shared/refusal';
import { page, PageAnswer, SeeOther, seeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { byField, refusalOfForm, validateForm } from '../http/forms';
import { ChainBooks } from '../people/chain-books.service';
import { PeopleQueries } from '../people/people.queries';
import type { Words } from '../words/words';
import { HostForm, NewHostForm } from './host.form';
import { hostsView, hostView } from './host.views';
import { type HostCard, HostsQueries } from './hosts.queries';
import { HostsService } from './hosts.service';

type Form = Record<string, unknown>;
type Errors = Record<string, string>;

/** The register of parks, counties and towns: administrators keep it, the secretariat looks into it. */
@Controller('admin/hosts')
export class HostsController {
  constructor(
    private readonly service: HostsService,
    private readonly hosts: HostsQueries,
    private readonly people: PeopleQueries,
    private readonly books: ChainBooks,
  ) {}

  @Get()
  @Policy('admin.read')
  index(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<PageAnswer> {
    return this.list({}, {}, holds(viewer, 'admin'), words);
  }

  @Post()
  @Policy('admin.people')
  async add(
    @CurrentViewer() viewer: Viewer,
    @FormBody() body: Form,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(NewHostForm, body, words);
    if (!form.ok) return this.list(body, byField(form.errors), true, words);
    const strange = await this.strangeChains(form.value.leadChains, [], words);
    if (strange) return this.list(body, strange, true, words);
    const errors = await attempt(words, () => this.service.register(actorOf(viewer), form.value));
    if (errors) return this.list(body, errors, true, words);
    return seeOther('/admin/hosts', { tone: 'ok', text: words.t('hosts.added', { name: form.value.name }) });
  }

  @Get(':id')
  @Policy('admin.read')
  async show(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return this.form(await this.hostOr404(id), null, {}, holds(viewer, 'admin'), words);
  }

  @Post(':id')
  @Policy('admin.people')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @FormBody() body: Form,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const host = await this.hostOr404(id);
    const form = validateForm(HostForm, body, words);
    if (!form.ok) return this.form(host, body, byField(form.errors), true, words);
    const strange = await this.strangeChains(form.value.leadChains, host.leadChains, words);
    if (strange) return this.form(host, body, strange, true, words);
    const errors = await attempt(words, () => this.service.change(actorOf(viewer), id, form.value));
    if (errors) return this.form(host, body, errors, true, words);
    return seeOther(`/admin/hosts/${id}`, { tone: 'ok', text: words.t('hosts.changed') });
  }

  private async list(typed: Form, errors: Errors, mayChange: boolean, words: Words): Promise<PageAnswer> {
    const [hosts, units] = await Promise.all([this.hosts.all(), this.people.units()]);
    const chains = await this.books.current();
    const model = hostsView({ hosts, units, chains, mayChange, typed, errors }, words);
    return page('hosts/index', model, { status: statusFor(errors) });
  }

  private async form(
    host: HostCard,
    typed: Form | null,
    errors: Errors,
    mayChange: boolean,
    words: Words,
  ): Promise<PageAnswer> {
    const units = await this.people.units();
    const chains = await this.books.current();
    const model = hostView({ host, units, chains, mayChange, typed, errors }, words);
    return page('hosts/show', model, { status: statusFor(errors) });
  }

  /** Chains that are neither in force nor the host's already. */
  private async strangeChains(
    wanted: readonly string[],
    standing: readonly string[],
    words: Words,
  ): Promise<Errors | null> {
    const known = (await this.books.current()).choices(standing);
    const isFine = wanted.every((code) => known.includes(code));
    return isFine ? null : { leadChains: words.t('form.invalid') };
  }

  private async hostOr404(id: string): Promise<HostCard> {
    const host = await this.hosts.byId(id);
    if (!host) throw new Refused(refuse('notFound'), 404);
    return host;
  }
}

/** @returns the errors beside fields when a rule said no to what was typed, null when it went well */
async function attempt(words: Words, work: () => Promise<unknown>): Promise<Errors | null> {
  try {
    await work();
    return null;
  } catch (error) {
    const { because, details } = refusalOfForm(error);
    return { [because === 'hostCodeTaken' ? 'code' : 'unitId']: words.t(`refusal.${because}`, details) };
  }
}

const statusFor = (errors: Errors): number => (Object.keys(errors).length > 0 ? 422 : 200);
