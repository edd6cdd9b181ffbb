import { Module } from '@nestjs/common';
import { LookupsController } from './lookups.controller';

/** Industries and regions, looked up by name, pinyin or code. */
@Module({ controllers: [LookupsController] })
export class LookupsModule {}
