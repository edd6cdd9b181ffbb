import { Injectable } from '@nestjs/common';
import { Randomness } from '../clock/randomness';
import { Config } from '../config/config';
import { seeOther, type SeeOther } from '../http/answers';
import { clearLinkCookie, linkCookie, setLinkCookie } from '../http/link-cookies';
import type { AppReply, AppRequest } from '../http/request';
import { setSessionCookie } from '../http/session-cookies';
import { deviceOf } from '../http/device';
import type { UsingBrowser } from './link-devices';
import type { LiveLink, WayOfEntry } from './link-reading';
import { SecondStepsService } from './second-steps.service';
import { VotingLinksService } from './voting-links.service';

/** What happens in a browser when a voting link's button is pressed: in at once, or on to the code by mail. */
@Injectable()
export class VotingDoors {
  constructor(
    private readonly links: VotingLinksService,
    private readonly steps: SecondStepsService,
    private readonly randomness: Randomness,
    private readonly config: Config,
  ) {}

  /** @throws Refused 410 when the link has just died, 429 when too many codes were asked for */
  async press(live: LiveLink, by: WayOfEntry['by'], request: AppRequest, reply: AppReply): Promise<SeeOther> {
    if ((await this.steps.wanted(live.room.roundId)) === 'mail') {
      setLinkCookie(reply, 'step', await this.steps.begin(live, by), this.config.secure);
      return seeOther('/v/confirmation');
    }
    const browser = this.browserOf(request);
    const session = await this.links.open(live, browser, { by, secondStep: 'none' });
    return this.letIn(session, browser, reply);
  }

  /** The session's cookie, and the mark by which this browser is known again. */
  letIn(session: string, { mark }: UsingBrowser, reply: AppReply): SeeOther {
    setSessionCookie(reply, 'ballot', session, this.config.secure);
    setLinkCookie(reply, 'browser', mark, this.config.secure);
    clearLinkCookie(reply, 'step', this.config.secure);
    return seeOther('/ballot');
  }

  browserOf(request: AppRequest): UsingBrowser {
    const mark = linkCookie(request, 'browser', this.config.secure);
    return {
      device: deviceOf(request),
      mark: mark ?? this.randomness.bytes(16).toString('base64url'),
    };
  }

  /** What this browser keeps of a code that was mailed. */
  stepOf(request: AppRequest): string | null {
    return linkCookie(request, 'step', this.config.secure);
  }
}
