import type zh from '../zh-CN/papers';

const words: Record<keyof typeof zh, string> = {
  'papers.flash.attached': 'Stored.',
  'papers.flash.waiting':
    'Stored, but it must wait for the virus check, because the scanner cannot be reached. It is kept, checked by itself once the scanner is back, and given to nobody before.',
  'papers.flash.removed': 'The attachment is removed.',
  'papers.keptBack.waiting': 'waits for the virus check, no download yet',
  'papers.keptBack.infected': 'a virus was found, not given out',
  'papers.keptBack.altered': 'not what was uploaded, not given out',
  'papers.zip.all': 'Download all (zip)',
  'papers.zip.name': '{number} {title} attachments',
  'papers.zip.noteName': 'Attachments left out',
  'papers.zip.note': 'These attachments are not in this archive:',
  'papers.zip.line': '{name}: {why}',
  'papers.upload.progress': 'Sending {at} of {n}: {percent}%',
  'papers.upload.stop': 'Stop',
  'papers.upload.failed':
    'Not sent: the connection broke. What had been sent before is stored; choose the rest again.',
  'papers.limits.title': 'Limits of attachments',
  'papers.limits.intro': 'In force at once; attachments already stored stay.',
  'papers.limits.leadFiles': 'Files, one lead',
  'papers.limits.leadMegabytes': 'Size, one lead',
  'papers.limits.scoutFiles': 'Files, one scout',
  'papers.limits.scoutMegabytes': 'Size, one scout',
  'papers.limits.unit.files': 'files',
  'papers.limits.unit.mb': 'MB',
  'papers.desk.heading': 'Attachments in trouble',
  'papers.desk.note': 'Not given out',
  'papers.desk.altered':
    'Not what was uploaded, found at a download on {at}. The administrator should restore it from a backup.',
  'papers.desk.infected':
    'A virus was found ({found}); it is no longer given out. Ask the scout for another copy.',
  'papers.desk.waiting':
    'Waits for the virus check. If it stays so, the administrator should look at the scanner.',
  'papers.desk.mark.altered': 'Altered',
  'papers.desk.mark.infected': 'Virus',
  'papers.desk.mark.waiting': 'Waits',
  'papers.scanner': 'Virus check',
  'papers.scanner.url': 'Through {place}',
  'papers.scanner.none': 'None',
  'papers.scanner.note':
    'Attachments are checked before they are taken; while the scanner is away they are kept and not given out',
  'papers.scanner.missing.title': 'Attachments are not checked for viruses.',
  'papers.scanner.missing.text':
    'Production should have a scanner: install clamd, set SCAN_URL in the environment (clamd://127.0.0.1:3310 for instance) and restart. Attachments stored before are then checked by themselves.',
  'papers.scanner.doctor.ok': 'The virus scanner answers ({place})',
  'papers.scanner.doctor.down': 'The virus scanner does not answer ({place}): {why}',
  'papers.scanner.doctor.none': 'There is no virus scanner (SCAN_URL); attachments are not checked',
  'refusal.leadKeepsFiles':
    'The lead has been reported; its attachments stay. To correct one, add another and say so in the lead.',
  'ledger.kind.file.scanned': 'Attachment passed the virus check',
  'ledger.kind.file.quarantined': 'Attachment waits for the virus check',
  'ledger.kind.file.infected': 'Virus found in an attachment',
  'ledger.kind.file.foundAltered': 'Attachment found altered',
  'ledger.kind.file.foundRight': 'Attachment right again',
};
export default words;
