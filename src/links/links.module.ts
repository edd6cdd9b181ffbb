import { Module } from '@nestjs/common';
import { Links } from './links.service';

/** Links that are mailed to people: issue, check, use, revoke. */
@Module({ providers: [Links], exports: [Links] })
export class LinksModule {}
