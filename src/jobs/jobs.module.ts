import { Global, Module } from '@nestjs/common';
import { JobLeases } from './job-leases';
import { Jobs } from './jobs';

/** What is done again and again by itself. Infrastructure, beside the database. */
@Global()
@Module({ providers: [Jobs, JobLeases], exports: [Jobs] })
export class JobsModule {}
