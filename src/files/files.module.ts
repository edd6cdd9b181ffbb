import { Module, OnModuleInit } from '@nestjs/common';
import { Jobs } from '../jobs/jobs';
import { JobsModule } from '../jobs/jobs.module';
import { ConsistencyChecks } from '../ledger/consistency-checks';
import { LedgerModule } from '../ledger/ledger.module';
import { SealedRecords } from '../ledger/sealed-records';
import { FileAlerts } from './file-alerts.service';
import { FileIntake } from './file-intake.service';
import { FileReaders } from './file-readers';
import { FileScans } from './file-scans.service';
import { FileVault } from './file-vault';
import { FilesController } from './files.controller';
import { FilesQueries, filesIntact, keptBackStaysBack, sealedFiles, sealedScans } from './files.queries';
import { FilesService } from './files.service';
import { VirusScanner } from './virus-scanner';

const hour = 60 * 60;

/** Attachments: checked, stored by hash, served as downloads only. */
@Module({
  imports: [LedgerModule, JobsModule],
  controllers: [FilesController],
  providers: [
    FilesService,
    FilesQueries,
    FileIntake,
    FileScans,
    FileAlerts,
    FileReaders,
    FileVault,
    VirusScanner,
  ],
  exports: [FilesService, FilesQueries, FileIntake, FileReaders, VirusScanner],
})
export class FilesModule implements OnModuleInit {
  constructor(
    private readonly records: SealedRecords,
    private readonly checks: ConsistencyChecks,
    private readonly vault: FileVault,
    private readonly files: FilesService,
    private readonly scans: FileScans,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.records.register(sealedFiles);
    this.records.register(sealedScans);
    this.checks.register(filesIntact(this.vault));
    this.checks.register(keptBackStaysBack);
    this.jobs.register({ name: 'sweepFiles', everySeconds: hour, run: () => this.files.sweep() });
    this.jobs.register({ name: 'rescanFiles', everySeconds: 60, run: () => this.scans.rescan() });
  }
}
