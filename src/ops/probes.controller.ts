import { Controller, Get, Res } from '@nestjs/common';
import { Policy } from '../http/decorators';
import type { AppReply } from '../http/request';
import { Readiness } from './readiness';

/** Asked by supervisors and load balancers: no page, no session, nothing about what runs here. */
@Controller()
export class ProbesController {
  constructor(private readonly readiness: Readiness) {}

  /** The process answers. A supervisor restarts it when this fails. */
  @Get('healthz')
  @Policy('ops.probe')
  alive(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** A vote could be taken now. A balancer sends nobody here while this says 503. */
  @Get('readyz')
  @Policy('ops.probe')
  async ready(@Res({ passthrough: true }) reply: AppReply): Promise<{ status: string; failing: string[] }> {
    const failing = await this.readiness.failing();
    if (failing.length === 0) return { status: 'ok', failing };
    void reply.status(503);
    return { status: 'unavailable', failing };
  }
}
