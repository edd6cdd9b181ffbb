import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { page, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentWords, Policy } from '../http/decorators';
import type { AppReply, AppRequest } from '../http/request';
import { type FetchSeen, LinkFetches } from '../links/link-fetches';
import { readToken } from '../links/token';
import { PledgesQueries } from '../pledge/pledges.queries';
import type { Words } from '../words/words';
import { coarseDevice } from '../http/device';
import type { LinkReading } from './link-reading';
import { deadLinkView, votingLinkView } from './voting-link.views';
import { VotingDoors } from './voting-doors';
import { VotingLinksService } from './voting-links.service';

/** The page behind a mailed link. Reading it changes nothing; its button opens a session for that seat and round. */
@Controller('v')
export class VotingLinksController {
  constructor(
    private readonly links: VotingLinksService,
    private readonly clock: Clock,
    private readonly doors: VotingDoors,
    private readonly fetches: LinkFetches,
    private readonly pledges: PledgesQueries,
  ) {}

  @Get('*')
  @Policy('link.open')
  async show(
    @Param('*') token: string,
    @CurrentWords() words: Words,
    @Req() request: AppRequest,
  ): Promise<PageAnswer> {
    const read = await this.links.read(token);
    if (read.trouble !== null) return dead(read, words);
    this.fetches.note(fetchSeen(read.link.id, request));
    const { value } = await this.pledges.current();
    const at = { now: this.clock.now(), pledge: value.text };
    return page('ballots/link', votingLinkView(read, readToken(token), at, words));
  }

  @Post('*')
  @Policy('link.open')
  async open(
    @Param('*') token: string,
    @CurrentWords() words: Words,
    @Req() request: AppRequest,
    @Res({ passthrough: true }) reply: AppReply,
  ): Promise<PageAnswer | SeeOther> {
    const read = await this.links.read(token);
    if (read.trouble !== null) return dead(read, words);
    return this.doors.press(read, 'link', request, reply);
  }
}

/** Why a link opens nothing. */
export function dead({ trouble, room }: Exclude<LinkReading, { trouble: null }>, words: Words): PageAnswer {
  return page('errors/message', deadLinkView(trouble, room, words), {
    status: trouble === 'unknown' ? 404 : 410,
  });
}

/** What is remembered of a request that only reads: enough to tell a machine from a person, not who it was. */
function fetchSeen(linkId: string, { method, ip, headers }: AppRequest): FetchSeen {
  const userAgent = String(headers['user-agent'] ?? '');
  return {
    linkId,
    method: method === 'HEAD' ? 'HEAD' : 'GET',
    address: ip,
    userAgent,
    purpose: String(headers['sec-purpose'] ?? headers['purpose'] ?? ''),
    device: coarseDevice(userAgent),
  };
}
