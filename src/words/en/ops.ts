import type zh from '../zh-CN/ops';

const words: Record<keyof typeof zh, string> = {
  'cli.usage': 'Usage: npm run cli -- {usage}',
  'cli.more': 'More on a command: npm run cli -- COMMAND --help',
  'cli.exits': 'Exit codes: 0 done; 1 a check failed (it is listed); 2 wrong use.',
  'cli.unknown': 'There is no command {name}.',
  'cli.missing': '{option} is missing.',
  'cli.arguments':
    '{n, plural, =0 {This command takes no argument.} one {This command takes one argument.} other {This command takes # arguments.}}',
  'cli.oneOf': '{option} has to be one of: {list}.',
  'cli.unreadable': '{path} cannot be read.',
  'cli.migrate.summary': 'Bring the database up to this program',
  'cli.migrate.help':
    'Applies the migrations that wait, one by one. A SQLite database is first copied to the folder backups in the data folder; for PostgreSQL run pg_dump before.',
  'cli.migrate.copied': 'Copied before migrating: {path}',
  'cli.migrate.applied': 'Applied {name}',
  'cli.migrate.done':
    '{n, plural, =0 {The database is up to date.} one {Done: # migration.} other {Done: # migrations.}}',
  'cli.user:create.summary': 'Register a person',
  'cli.user:create.help':
    'They then ask for a sign-in link with their office address; with --password-stdin a first password is read from standard input. Roles, separated by commas: scout, panelist, secretariat, host, supporter, sponsor, leadingGroup, inspector, admin. The unit is found by its code; give --unit-name (and --unit-kind, --unit-level city, county or park) to register it as well.',
  'cli.user:create.done': '{account} is registered and can ask for a sign-in link.',
  'cli.user:create.doneWithPassword': '{account} is registered and can sign in with the password.',
  'cli.user:create.noUnit': 'There is no unit with the code {code}; give --unit-name to register it as well.',
  'cli.seed.summary': 'Fill an empty demo database with a city, up to a stage',
  'cli.seed.help':
    'intake: leads wait to be accepted; scoring: a round is open; closed: it is closed; cage: projects are in the cage. The same --seed makes the same city. For empty databases in demo and test mode only.',
  'cli.seed.number': '--seed has to be a whole number of at most nine digits.',
  'cli.seed.production': 'No demo data in production mode.',
  'cli.seed.notEmpty': 'There are people in the database already: demo data are made in an empty one only.',
  'cli.seed.done': 'Seeded up to {stage}.',
  'cli.backup.summary': 'Copy database and attachments to a folder',
  'cli.backup.help':
    'For SQLite; the server need not stop. The folder must be new or empty. A backup holds a copy of the database, the attachments and a list; the copy counts once it has passed its checks and is on the disk. Bodies of mails are encrypted with SECRET_KEY: keep that elsewhere. For PostgreSQL use pg_dump.',
  'cli.backup.postgres':
    'The database is PostgreSQL: use pg_dump, and copy the folder of attachments {folder} as well.',
  'cli.backup.notEmpty': 'The folder {folder} is not empty: give a new one.',
  'cli.backup.missing': 'Attachment missing or damaged: {sha256}',
  'cli.backup.done': 'Backed up to {folder}: database of {bytes} bytes, {files} attachments.',
  'cli.backup.head': 'Ledger up to entry {seq}, hash {hash}',
  'cli.restore.summary': 'Put a backup in the place of the database',
  'cli.restore.help':
    'For SQLite; stop the server first. The backup is compared with its list and checked; the database that was there is kept beside it, never deleted. Run verify afterwards. For PostgreSQL use pg_restore.',
  'cli.restore.postgres': 'The database is PostgreSQL: use pg_restore.',
  'cli.restore.noBackup': 'There is no backup of this program in {folder}.',
  'cli.restore.changed':
    '{path} is not what its list says: the backup is incomplete or was changed. Nothing was restored.',
  'cli.restore.newer':
    'The backup is from a newer program ({names}). Nothing was restored: install that version first.',
  'cli.restore.aside': 'The database that was there is kept as {path}',
  'cli.restore.done': 'Restored to {path}, ledger up to entry {seq}.',
  'cli.restore.next':
    'Now run npm run cli -- verify; if the database is older than the program, run migrate first.',
  'cli.verify.summary': 'Verify the ledger and every sealed record',
  'cli.verify.help':
    'Reads only, also beside a running server. Recomputes the ledger entry by entry, compares each sealed row and each stored head, and runs the checks of consistency. --head FILE: a text with the heads that were mailed or printed; only heads from outside can show that the whole ledger was rewritten. --key PUBLIC.pem: checks the signatures of heads too.',
  'cli.sign-head.summary': 'signs closing codes, on another machine without a database',
  'cli.sign-head.help':
    '--key is a private Ed25519 key in PEM, --head a file with closing codes (paste the mail or the minutes). Prints the signed codes: keep them on that machine, and check with verify --head THAT-FILE --key PUBLIC.pem.',
  'cli.sign-head.short':
    'The closing codes in {path} are not whole: a signature needs the number and all 64 digits.',
  'cli.verify.noHeads':
    'No head can be read in {path}: give lines "number hash", or paste them as mailed or printed.',
  'cli.doctor.summary': 'Look the installation over: versions, database, consistency, mail, calendar, disk',
  'cli.doctor.help': 'Reads only, also beside a running server. ✓ all right, · worth knowing, ✗ wrong.',
  'ops.doctor.versions': 'Versions: Node {node}, {database}, OpenSSL {openssl}',
  'ops.doctor.oldNode': 'Node {node} is past its end of life; 24 LTS is recommended',
  'ops.doctor.setting': 'Database setting {name} = {found} (should be {wanted})',
  'ops.doctor.integrity': 'Integrity of the database: {said}',
  'ops.doctor.orphans':
    '{n, plural, =0 {No row refers to a row that does not exist} one {# row refers to a row that does not exist: {tables}} other {# rows refer to rows that do not exist: {tables}}}',
  'ops.doctor.invariant': 'Consistency: {name}',
  'ops.doctor.mail': '{n, plural, =0 {No mail waits} one {# mail waits{since}} other {# mails wait{since}}}',
  'ops.doctor.oldest': ', the oldest for {span}',
  'ops.doctor.failedMail': '{n, plural, one {# mail} other {# mails}} could not be sent: see System, Mail',
  'ops.doctor.calendar': 'The calendar knows {year} and {next}',
  'ops.doctor.noYear': 'The calendar lacks the holidays of {year}: Monday to Friday count as workdays',
  'ops.doctor.disk': '{free} % of the disk is free (should be at least {least} %)',
  'ops.doctor.result':
    '{n, plural, =0 {No problem was found.} one {# problem was found.} other {# problems were found.}}',
};
export default words;
