import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { mayStateProfile } from '../domain/access/host-access';
import type { Viewer } from '../domain/access/viewer';
import { emptyProfile } from '../domain/host/profile';
import { readProfile } from '../domain/host/read-profile';
import { insist, refuse, Refused } from '../domain/shared/refusal';
import { sheetAnswer } from '../http/download';
import { page, seeOther, type FileAnswer, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { plainText, typedText } from '../http/forms';
import { ChainBooks } from '../people/chain-books.service';
import type { Words } from '../words/words';
import { hostBookView, hostSheets } from './host-book.views';
import { hostFilter, isAsked } from './host-filter';
import { hostPageView, hostSheetView, type HostPageFacts } from './host-page.views';
import { HostProfilesQueries } from './host-profiles.queries';
import { HostProfilesService } from './host-profiles.service';
import { HostsQueries, type HostCard } from './hosts.queries';
import { profileFormView, profileValues } from './profile-form.views';

type Form = Record<string, unknown>;

/** 园区资料: what each host has and wants, for everybody who is signed in; stated by its own people. */
@Controller()
export class HostBookController {
  constructor(
    private readonly hosts: HostsQueries,
    private readonly profiles: HostProfilesQueries,
    private readonly service: HostProfilesService,
    private readonly books: ChainBooks,
  ) {}

  @Get('hosts')
  @Policy('host.read')
  async index(@Query() asked: Form, @CurrentWords() words: Words): Promise<PageAnswer> {
    const chains = await this.books.current();
    const [filter, all] = [hostFilter(asked, chains.choices()), await this.profiles.all()];
    const found = all.filter((host) => isAsked(filter, host));
    return page('hosts/book', hostBookView(found, { filter, chains, of: all.length }, words));
  }

  @Get('hosts.xlsx')
  @Policy('host.read')
  async sheetOfAll(@Query() asked: Form, @CurrentWords() words: Words): Promise<FileAnswer> {
    const chains = await this.books.current();
    const filter = hostFilter(asked, chains.choices());
    const found = (await this.profiles.all()).filter((host) => isAsked(filter, host));
    return sheetAnswer(hostSheets(found, { filter, chains }, words), words.t('hostBook.title'));
  }

  @Get('hosts/:id')
  @Policy('host.read')
  async show(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return page('hosts/profile', hostPageView(viewer, await this.facts(id, null), words));
  }

  @Get('hosts/:id/sheet')
  @Policy('host.read')
  async sheet(@Param('id') id: string, @CurrentWords() words: Words): Promise<PageAnswer> {
    return page('hosts/sheet', hostSheetView(await this.facts(id, null), words));
  }

  @Get('hosts/:id/versions/:version')
  @Policy('host.read')
  async version(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Param('version') version: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return page('hosts/profile', hostPageView(viewer, await this.facts(id, version), words));
  }

  @Get('hosts/:id/profile')
  @Policy('host.profile')
  async form(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    const host = await this.ownHost(viewer, id);
    const stated = await this.profiles.ofHost(id);
    const book = await this.books.current();
    const values = profileValues(stated?.profile ?? emptyProfile());
    return page(
      'hosts/profile-form',
      profileFormView({ host, version: stated?.version ?? 0, values, problems: [], book }, words),
    );
  }

  @Post('hosts/:id/profile')
  @Policy('host.profile')
  async state(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @FormBody() body: Form,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const host = await this.ownHost(viewer, id);
    const basedOn = Number(typedText(body, 'basedOn').slice(0, 9)) || 0;
    const book = await this.books.current();
    const { profile, problems } = readProfile(body, { chains: book.choices(await this.standing(id)) });
    if (problems.length > 0) {
      const again = profileFormView({ host, version: basedOn, values: body, problems, book }, words);
      return page('hosts/profile-form', again, { status: 422 });
    }
    const note = plainText(body['note']).replace(/\s+/g, ' ').slice(0, 200);
    const version = await this.service.state(viewer, id, { profile, basedOn, note });
    return seeOther(`/hosts/${id}`, { tone: 'ok', text: words.t('hostProfile.stated', { n: version }) });
  }

  /** @throws Refused 404 for a host or a version that does not exist */
  private async facts(id: string, version: string | null): Promise<HostPageFacts> {
    const host = await this.hostOr404(id);
    const history = await this.profiles.history(id);
    const stated = version === null ? history[0] : history.find((one) => String(one.version) === version);
    if (version !== null && !stated) throw new Refused(refuse('notFound'), 404);
    return { host, stated: stated ?? null, history, book: await this.books.current() };
  }

  /** Chains that the host names now; one that has left the city's list may stay. */
  private async standing(id: string): Promise<string[]> {
    const profile = (await this.profiles.ofHost(id))?.profile;
    return profile
      ? [...profile.wantedChains, ...(profile.firstChain === null ? [] : [profile.firstChain])]
      : [];
  }

  private async ownHost(viewer: Viewer, id: string): Promise<HostCard> {
    const host = await this.hostOr404(id);
    insist(mayStateProfile(viewer, host), 403);
    return host;
  }

  private async hostOr404(id: string): Promise<HostCard> {
    const host = await this.hosts.byId(id);
    if (!host) throw new Refused(refuse('notFound'), 404);
    return host;
  }
}
