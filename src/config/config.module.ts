import { DynamicModule, Global, Module } from '@nestjs/common';
import { Config } from './config';

/** Hands the validated configuration to whoever asks for `Config`. */
@Global()
@Module({})
export class ConfigModule {
  static with(config: Config): DynamicModule {
    return { module: ConfigModule, providers: [{ provide: Config, useValue: config }], exports: [Config] };
  }
}
