import { Controller } from '@nestjs/common';
import { fitWeights, type FitWeights } from '../domain/fit/fit-weights';
import { SettingController } from '../settings/setting.controller';
import { fitWeightsPage } from './fit-weights.views';

/** 适配权重: what counts how much when a place is looked for. */
@Controller('admin/settings/fit')
export class FitWeightsController extends SettingController<FitWeights> {
  protected readonly setting = fitWeights;
  protected readonly page = fitWeightsPage;
}
