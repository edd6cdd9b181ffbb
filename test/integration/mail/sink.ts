import type { AddressInfo } from 'node:net';
import PostalMime, { Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** What the sink took in, as a mail program would read it, with the recipients of the envelope. */
export interface Taken {
  mail: Email;
  raw: string;
  recipients: string[];
}

/** A mail server of our own that says what it is told to say. */
export interface Sink {
  url: string;
  taken: Taken[];
  /** The reply code for a recipient (250 takes it), asked for each try. */
  recipientReply: (address: string) => number;
  /** The reply code after the message, asked for each message; the mail counts as taken in any case. */
  dataReply: () => number;
  senderReply: () => number;
  close(): Promise<void>;
}

export async function openSink(): Promise<Sink> {
  const sink: Pick<Sink, 'taken' | 'recipientReply' | 'dataReply' | 'senderReply'> = {
    taken: [],
    recipientReply: () => 250,
    dataReply: () => 250,
    senderReply: () => 250,
  };
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onMailFrom: (_, __, done) => done(refusal(sink.senderReply())),
    onRcptTo: ({ address }, _, done) => done(refusal(sink.recipientReply(address))),
    onData(stream, session, done) {
      void (async () => {
        const chunks: Buffer[] = [];
        for await (const chunk of stream) chunks.push(chunk as Buffer);
        const raw = Buffer.concat(chunks);
        const mail = await PostalMime.parse(raw);
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        sink.taken.push({ mail, raw: raw.toString(), recipients });
        done(refusal(sink.dataReply()));
      })();
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.server.address() as AddressInfo;
  return Object.assign(sink, {
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((closed) => server.close(closed)),
  });
}

function refusal(responseCode: number): (Error & { responseCode: number }) | undefined {
  return responseCode === 250
    ? undefined
    : Object.assign(new Error(`told to say ${responseCode}`), { responseCode });
}
