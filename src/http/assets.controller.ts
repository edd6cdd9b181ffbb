import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { Refused, refuse } from '../domain/shared/refusal';
import { FileAnswer, file } from './answers';
import { Policy } from './decorators';
import type { AppReply, AppRequest } from './request';
import { ASSET_CACHE_CONTROL, AssetManifest, encoded } from './views/asset-manifest';

/** The stylesheet and the script; their addresses change with their content, so browsers keep them for good. */
@Controller('assets')
export class AssetsController {
  constructor(private readonly assets: AssetManifest) {}

  @Get(':name')
  @Policy('asset.read')
  asset(
    @Param('name') name: string,
    @Req() request: AppRequest,
    @Res({ passthrough: true }) reply: AppReply,
  ): FileAnswer {
    const asset = this.assets.find(`/assets/${name}`);
    if (!asset) throw new Refused(refuse('notFound'), 404);
    const { body, encoding } = encoded(asset, String(request.headers['accept-encoding'] ?? ''));
    if (encoding) void reply.header('content-encoding', encoding);
    return file(body, {
      'content-type': asset.type,
      'cache-control': ASSET_CACHE_CONTROL,
      vary: 'accept-encoding',
    });
  }
}
