import { Injectable, OnModuleInit } from '@nestjs/common';
import { HostDraws } from '../hosts/host-draws.service';
import { ElementsQueries } from './elements.queries';

/** Lets the fit of leads to hosts know what the element ledger counts. */
@Injectable()
export class LeadDraws implements OnModuleInit {
  constructor(
    private readonly draws: HostDraws,
    private readonly elements: ElementsQueries,
  ) {}

  onModuleInit(): void {
    this.draws.register((source) => this.elements.draws(source));
  }
}
