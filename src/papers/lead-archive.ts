import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import type { Instant } from '../domain/shared/instant';
import { archiveAnswer } from '../files/download';
import { displayName } from '../files/file-name';
import { distinctNames, storedZip, storedZipSize, type StoredPart } from '../files/stored-zip';
import type { FileAnswer } from '../http/answers';
import type { Words } from '../words/words';
import type { LeadArchive } from './lead-archive.queries';

/** A lead's papers as one download. What is left out is named in a note inside. HEAD gives the headers alone. */
export function leadArchiveAnswer(
  archive: LeadArchive,
  method: string,
  now: Instant,
  words: Words,
): FileAnswer {
  const parts = partsOf(archive, now, words);
  const body = method === 'HEAD' ? Readable.from([]) : storedZip(parts);
  const number = archive.leadNumber ?? words.t('lead.state.draft');
  const name = words.t('papers.zip.name', {
    number,
    title: Array.from(archive.leadTitle).slice(0, 60).join(''),
  });
  const size = storedZipSize(parts);
  return archiveAnswer({ name: displayName(`${name}.zip`), size, files: archive.files }, body);
}

function partsOf({ files, missing }: LeadArchive, now: Instant, words: Words): StoredPart[] {
  const note = missing.length === 0 ? [] : [noteOf(missing, now, words)];
  const all = [
    ...note,
    ...files.map(({ file, crc32: checksum, bytes }) => ({
      name: file.name,
      size: file.size,
      crc32: checksum,
      at: file.uploadedAt,
      bytes,
    })),
  ];
  const names = distinctNames(all.map(({ name }) => name));
  return all.map((part, at) => ({ ...part, name: names[at] ?? part.name }));
}

/** A text file that opens right in Windows, too. */
function noteOf(missing: LeadArchive['missing'], now: Instant, words: Words): StoredPart {
  const lines = missing.map(({ name, keptBack }) =>
    words.t('papers.zip.line', { name, why: words.t(`papers.keptBack.${keptBack ?? 'altered'}`) }),
  );
  const text = Buffer.from(`\ufeff${[words.t('papers.zip.note'), ...lines].join('\r\n')}\r\n`);
  const name = `${words.t('papers.zip.noteName')}.txt`;
  return { name, size: text.length, crc32: crc32(text), at: now, bytes: () => Readable.from([text]) };
}
