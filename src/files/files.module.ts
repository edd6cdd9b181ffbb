import { Module, OnModuleInit } from '@nestjs/common';
import { Jobs } from '../jobs/jobs';
import { JobsModule } from '../jobs/jobs.module';
import { ConsistencyChecks } from '../ledger/consistency-checks';
import { LedgerModule } from '../ledger/ledger.module';
import { SealedRecords } from '../ledger/sealed-records';
import { FileReaders } from './file-readers';
import { FileVault } from './file-vault';
import { FilesController } from './files.controller';
import { FilesQueries, filesIntact, sealedFiles } from './files.queries';
import { FilesService } from './files.service';

const day = 24 * 60 * 60;

/** Attachments: checked, stored by hash, served as downloads only. */
@Module({
  imports: [LedgerModule, JobsModule],
  controllers: [FilesController],
  providers: [FilesService, FilesQueries, FileReaders, FileVault],
  exports: [FilesService, FilesQueries, FileReaders],
})
export class FilesModule implements OnModuleInit {
  constructor(
    private readonly records: SealedRecords,
    private readonly checks: ConsistencyChecks,
    private readonly vault: FileVault,
    private readonly files: FilesService,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.records.register(sealedFiles);
    this.checks.register(filesIntact(this.vault));
    this.jobs.register({ name: 'sweepFiles', everySeconds: day, run: () => this.files.sweep() });
  }
}
