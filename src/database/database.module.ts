import { DynamicModule, Global, Inject, Module, OnApplicationShutdown } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, DataSourceOptions } from 'typeorm';
import { Config } from '../config/config';
import { isSqlite, openReader, openWriter, readerOptions, sqlitePath, writerOptions } from './data-sources';
import { migrate, refuseUnfitDatabase } from './migrate';
import { Reader } from './reader';
import { Sequences } from './sequences';
import { SharedTime } from './shared-time';
import { claimSqliteFile } from './single-server';
import { UnitOfWork } from './unit-of-work';

const writerToken = getDataSourceToken('writer');
const readerToken = getDataSourceToken('reader');
const serverClaim = Symbol('serverClaim');

export interface DatabaseUse {
  /** A server claims a SQLite file for itself; the command line may look beside a running server. */
  asServer: boolean;
  /** Bring the schema up to date at start; otherwise an unfit database stops the start. */
  migrate: boolean;
}

/** The two connections, the unit of work over the one and the reader over the other. */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(serverClaim) private readonly giveBack: () => void) {}

  static forUse(use: DatabaseUse): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          name: 'writer',
          inject: [Config],
          useFactory: (config: Config) => ({ ...writerOptions(config.DATABASE_URL), retryAttempts: 0 }),
          dataSourceFactory: (options) => openFit(options as DataSourceOptions, use),
        }),
        TypeOrmModule.forRootAsync({
          name: 'reader',
          inject: [Config, writerToken],
          useFactory: (config: Config) => ({ ...readerOptions(config.DATABASE_URL), retryAttempts: 0 }),
          dataSourceFactory: (options) => openReader(options as DataSourceOptions),
        }),
      ],
      providers: [
        {
          provide: serverClaim,
          useFactory: (config: Config) =>
            use.asServer && isSqlite(config.DATABASE_URL)
              ? claimSqliteFile(sqlitePath(config.DATABASE_URL))
              : () => undefined,
          inject: [Config],
        },
        {
          provide: UnitOfWork,
          useFactory: (writer: DataSource) => new UnitOfWork(writer),
          inject: [writerToken],
        },
        { provide: Reader, useFactory: (reader: DataSource) => new Reader(reader), inject: [readerToken] },
        Sequences,
        SharedTime,
      ],
      exports: [UnitOfWork, Reader, Sequences],
    };
  }

  onApplicationShutdown(): void {
    this.giveBack();
  }
}

async function openFit(options: DataSourceOptions, use: DatabaseUse): Promise<DataSource> {
  const writer = await openWriter(options);
  try {
    if (use.migrate) await migrate(writer);
    else await refuseUnfitDatabase(writer);
    return writer;
  } catch (error) {
    await writer.destroy();
    throw error;
  }
}
