import { constants, copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { openProgram, service } from './program.mjs';

/** Sessions end after minutes, so each run opens its own: the secretary's and those of the seats that vote. */
export async function openSessions(place, facts) {
  const before = await openProgram(place);
  const sessions = service(before, 'people/sessions.service', 'SessionsService');
  await service(before, 'database/unit-of-work', 'UnitOfWork').run(async (tx) => {
    facts.secretarySession = (await sessions.openForPerson(tx, facts.secretary, 'bench')).token;
    for (const seat of facts.voting.seats) {
      const { linkId, personId, roundSeatId } = seat;
      const opened = await sessions.openForBallot(
        tx,
        { linkId, personId, roundId: facts.voting.id, roundSeatId },
        'bench',
      );
      seat.session = opened.token;
    }
  });
  await before.close();
}

export function copyDatabase(from, to) {
  rmSync(to.folder, { recursive: true, force: true });
  mkdirSync(dirname(to.file), { recursive: true });
  for (const tail of ['', '-wal'])
    if (existsSync(from.file + tail))
      copyFileSync(from.file + tail, to.file + tail, constants.COPYFILE_FICLONE);
}
