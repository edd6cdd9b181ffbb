import { Module } from '@nestjs/common';
import { Config } from '../config/config';
import { MailBodies } from './mail-body';
import { MailLeases } from './mail-leases';
import { MailController } from './mail.controller';
import { MailQueries } from './mail.queries';
import { MailWorker } from './mail.worker';
import { MailboxController } from './mailbox.controller';
import { Outbox } from './outbox';
import { SmtpTransport } from './smtp-transport';
import { MailboxTransport, MailTransport } from './transport';
import { MailExportsController } from './mail-exports.controller';

/** Mails wait in the outbox and leave through the transport that MAIL_URL names. A server starts the worker. */
@Module({
  controllers: [MailExportsController, MailController, MailboxController],
  providers: [
    Outbox,
    MailQueries,
    MailBodies,
    MailLeases,
    MailWorker,
    {
      provide: MailTransport,
      useFactory: (config: Config) =>
        config.usesMailbox ? new MailboxTransport() : new SmtpTransport(config.MAIL_URL, config.MAIL_FROM),
      inject: [Config],
    },
  ],
  exports: [Outbox, MailQueries, MailWorker],
})
export class MailModule {}
