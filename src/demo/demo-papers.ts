import { Injectable } from '@nestjs/common';
import type { LeadFileKind } from '../leads/answer-words';
import { LeadFilesService } from '../leads/lead-files.service';
import { DemoActs } from './demo-acts';
import type { BookEntry } from './lead-book';

/** What scouts attach to their leads: papers that open in any reader and say that they are of the demo. */
@Injectable()
export class DemoPapers {
  constructor(
    private readonly acts: DemoActs,
    private readonly files: LeadFilesService,
  ) {}

  /** Reports a lead; the first of each batch come with papers. */
  async report(entry: BookEntry, at: number): Promise<string> {
    const leadId = await this.acts.report(entry);
    if (at < 2) await this.attach(entry, leadId);
    return leadId;
  }

  /** The plan, and how the firm was met. */
  private async attach({ scout, body }: BookEntry, leadId: string): Promise<void> {
    const viewer = await this.acts.viewer(scout);
    const investor = String(body['investorName']);
    const papers: [LeadFileKind, string, string[]][] = [
      ['businessPlan', `${investor}商业计划书`, [String(body['title']), investor, '演示材料，内容为虚构']],
      ['firstContactEvidence', '首次接触记录', ['首次接触记录', investor, '演示材料，内容为虚构']],
    ];
    const taken = [];
    for (const [kind, name, lines] of papers)
      taken.push(
        await this.files.receive(viewer, leadId, { kind, name: `${name}.pdf`, bytes: onePage(lines) }),
      );
    await this.files.attach(viewer, leadId, taken);
  }
}

/** A page of Chinese lines in the font that every reader brings along. */
function onePage(lines: readonly string[]): Buffer {
  const text = lines
    .map((line) => `<${Buffer.from(line, 'utf16le').swap16().toString('hex')}> Tj 0 -36 Td`)
    .join('\n');
  const content = `BT /F1 20 Tf 72 740 Td\n${text}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
