import { Injectable, OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { holds, type Viewer } from '../domain/access/viewer';
import type { SectionView } from '../http/views/section';
import type { SeenLead } from '../leads/lead-access.queries';
import { LeadSections } from '../leads/lead-sections.service';
import { BackersQueries } from './backers.queries';
import {
  blockSection,
  claimSection,
  coScoutSection,
  matchSection,
  referrerSection,
} from './claim-sections.views';
import { ClaimsQueries, seesAll } from './claims.queries';
import { DisputesQueries } from './disputes.queries';
import { MatchesQueries } from './matches.queries';

/** What first reports and the people behind a lead have to say on its page and on its form. */
@Injectable()
export class ClaimSections implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly sections: LeadSections,
    private readonly claims: ClaimsQueries,
    private readonly disputes: DisputesQueries,
    private readonly matches: MatchesQueries,
    private readonly backers: BackersQueries,
  ) {}

  onModuleInit(): void {
    this.sections.register({ ofLead: (viewer, seen) => this.block(viewer, seen), isOnForm: true });
    this.sections.register({ ofLead: (viewer, seen) => this.claim(viewer, seen), isOnForm: true });
    this.sections.register({ ofLead: (viewer, seen) => this.match(viewer, seen), isOnForm: true });
    this.sections.register({ ofLead: (viewer, seen) => this.coScout(viewer, seen), isOnForm: true });
    this.sections.register({ ofLead: (viewer, seen) => this.referrer(viewer, seen), isOnForm: true });
  }

  /** To the scout who came second: unit and day of the first report, and the way to a dispute. */
  private async block(viewer: Viewer, { lead }: SeenLead): Promise<SectionView | null> {
    if (lead.scoutId !== viewer.personId || lead.revision > 0) return null;
    const block = await this.claims.blockOf(lead.id);
    if (block === null) return null;
    const dispute = await this.disputes.ofLead(lead.id);
    const now = this.clock.now();
    return (words) => blockSection({ block, dispute, leadId: lead.id, now }, words);
  }

  private async claim(viewer: Viewer, { lead }: SeenLead): Promise<SectionView | null> {
    if (lead.revision === 0 || !(seesAll(viewer) || holds(viewer, 'scout'))) return null;
    const claim = await this.claims.ofLead(lead.id);
    if (claim === null) return null;
    const party = seesAll(viewer) || lead.scoutId === viewer.personId || claim.scoutId === viewer.personId;
    const disputes = party ? await this.disputes.against(lead.id) : [];
    const handOvers = party ? await this.backers.handOversOf(lead.id) : [];
    const now = this.clock.now();
    const own = lead.scoutId === viewer.personId;
    return (words) => claimSection({ claim, disputes, handOvers, now, party, own }, words);
  }

  private async match(viewer: Viewer, { lead }: SeenLead): Promise<SectionView | null> {
    if (!holds(viewer, 'secretariat', 'inspector') || lead.duplicateGrade === null) return null;
    const matches = (await this.matches.ofLead(lead.id)).filter(({ grade }) => grade === 'b');
    const rules = holds(viewer, 'secretariat');
    return matches.length === 0 ? null : (words) => matchSection(matches, rules, words);
  }

  private async coScout(viewer: Viewer, { lead }: SeenLead): Promise<SectionView | null> {
    if (lead.revision === 0) return null;
    const rows = await this.backers.coScouts(lead.id);
    const concerned =
      seesAll(viewer) ||
      lead.scoutId === viewer.personId ||
      rows.some(({ personId }) => personId === viewer.personId);
    if (rows.length === 0 || !concerned) return null;
    return (words) => coScoutSection({ rows, leadId: lead.id, personId: viewer.personId }, words);
  }

  /** A referrer is the business of the scout and of those who decide. */
  private async referrer(viewer: Viewer, { lead }: SeenLead): Promise<SectionView | null> {
    if (!(seesAll(viewer) || lead.scoutId === viewer.personId)) return null;
    const referral = await this.backers.referral(lead.id);
    return referral === null || referral.name === '' ? null : (words) => referrerSection(referral, words);
  }
}
