import { Module } from '@nestjs/common';
import { LinkFetches } from './link-fetches';
import { Links } from './links.service';

/** Links that are mailed to people: issue, check, use, revoke; and who fetched them without using them. */
@Module({ providers: [Links, LinkFetches], exports: [Links, LinkFetches] })
export class LinksModule {}
