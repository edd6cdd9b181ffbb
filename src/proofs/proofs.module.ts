import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { FreshProof } from '../http/fresh-proof';
import { ProofGuard } from '../http/guards/proof.guard';
import { MailModule } from '../mail/mail.module';
import { SettingsModule } from '../settings/settings.module';
import { FreshProofController } from './fresh-proof.controller';
import { FreshProofService } from './fresh-proof.service';

/** Who is there is asked again before what binds many. Global because a guard of every route asks it. */
@Global()
@Module({
  imports: [MailModule, SettingsModule],
  controllers: [FreshProofController],
  providers: [
    { provide: FreshProof, useClass: FreshProofService },
    // After the guards of HttpModule, which say who it is and whether they may.
    { provide: APP_GUARD, useClass: ProofGuard },
  ],
  exports: [FreshProof],
})
export class ProofsModule {}
