import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Config } from '../config/config';
import { isInstant, msOf } from '../domain/shared/instant';
import type { ReceivedFile } from '../files/files.service';
import { packKeptForm, unpackKeptForm } from '../http/kept-form';

/** The action of the sealed field; a form kept over a sign-in, sealed alike, begins with a slash. */
const mark = 'paperScan';
/** Bytes that belong to nothing are swept after an hour; a scan that is kept for less is still there. */
const keptFor = 45 * 60_000;

/** Carries a scan that was received over a form that has to be corrected, so that nobody scans or chooses it again. */
@Injectable()
export class KeptScan {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** One sealed field that names the file. `at`: when its bytes were received, where that was earlier. */
  pack(file: ReceivedFile, at: string | null): string {
    const given = { ...file, scan: JSON.stringify(file.scan), at: at ?? this.clock.now() };
    const fields = Object.entries(given).map(([name, value]) => ({ name, value: String(value) }));
    return packKeptForm({ action: mark, fields }, this.config.SECRET_KEY);
  }

  /** Null for what we have not sealed, and for a file that may be swept away by now. */
  unpack(packed: unknown): { readonly file: ReceivedFile; readonly at: string } | null {
    const kept = unpackKeptForm(packed, this.config.SECRET_KEY);
    if (kept?.action !== mark) return null;
    const value = (name: string): string => kept.fields.find((one) => one.name === name)?.value ?? '';
    const at = value('at');
    if (!isInstant(at) || msOf(this.clock.now()) - msOf(at) > keptFor) return null;
    const scan = JSON.parse(value('scan') || 'null') as ReceivedFile['scan'];
    const named = { sha256: value('sha256'), name: value('name'), mediaType: value('mediaType') };
    return { file: { ...named, size: Number(value('size')), scan }, at };
  }
}
