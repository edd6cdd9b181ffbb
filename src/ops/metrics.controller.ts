import { Controller, Get, Req, Res } from '@nestjs/common';
import { Refused, refuse } from '../domain/shared/refusal';
import { Policy } from '../http/decorators';
import type { AppReply, AppRequest } from '../http/request';
import { MetricsAudience } from './metrics-audience';
import { Metrics } from './metrics';

/** Figures for the monitoring of this machine or a configured network; for everybody else there is no such page. */
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly audience: MetricsAudience,
  ) {}

  @Get()
  @Policy('ops.probe')
  async show(@Req() request: AppRequest, @Res({ passthrough: true }) reply: AppReply): Promise<string> {
    if (!this.audience.includes(request.ip, request.headers)) throw new Refused(refuse('notFound'), 404);
    const text = await this.metrics.text();
    void reply.header('content-type', this.metrics.contentType);
    return text;
  }
}
