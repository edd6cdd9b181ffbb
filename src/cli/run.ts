import { parseArgs } from 'node:util';
import { BadConfiguration } from '../config/config';
import { UnfitDatabase } from '../database/migrate';
import { FileInUse, NoPlaceForFile } from '../database/single-server';
import { whyUnreachable } from '../database/unreachable';
import { Refused } from '../domain/shared/refusal';
import { DamagedDatabase } from '../ops/sqlite-snapshot';
import { wordsFor, Words } from '../words/words';
import { backupCommand } from './backup.command';
import { Command, ExitCode, exitCodes, Given, Terminal, WrongUse } from './command';
import { createUserCommand } from './create-user.command';
import { doctorCommand } from './doctor.command';
import { exportLeadsCommand } from './export-leads.command';
import { importLeadsCommand } from './import-leads.command';
import { migrateCommand } from './migrate.command';
import { restoreCommand } from './restore.command';
import { seedCommand } from './seed.command';
import { signHeadCommand } from './sign-head.command';
import { verifyCommand } from './verify.command';

export const commands: readonly Command[] = [
  migrateCommand,
  createUserCommand,
  seedCommand,
  importLeadsCommand,
  exportLeadsCommand,
  backupCommand,
  restoreCommand,
  verifyCommand,
  signHeadCommand,
  doctorCommand,
];

/** The terminal of this process, in the language that LOCALE names. */
export function processTerminal(environment: Record<string, string | undefined>): Terminal {
  return {
    words: wordsFor(environment['LOCALE'] === 'en' ? 'en' : 'zh-CN'),
    say: (line) => process.stdout.write(`${line}\n`),
    complain: (line) => process.stderr.write(`${line}\n`),
  };
}

/** Runs what was typed. Never throws: whatever goes wrong is told on the terminal and is in the exit code. */
export async function runCommand(typed: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = typed;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    for (const line of overview(terminal.words)) terminal.say(line);
    return name === undefined ? exitCodes.wrongUse : exitCodes.done;
  }
  const command = commands.find((one) => one.name === name);
  if (!command) {
    terminal.complain(terminal.words.t('cli.unknown', { name }));
    for (const line of overview(terminal.words)) terminal.complain(line);
    return exitCodes.wrongUse;
  }
  try {
    const given = read(command, rest, terminal.words);
    if (given === 'help') {
      for (const line of help(command, terminal.words)) terminal.say(line);
      return exitCodes.done;
    }
    return await command.run(given, terminal);
  } catch (error) {
    return tell(error, command, terminal);
  }
}

function read(command: Command, typed: string[], words: Words): Given | 'help' {
  if (typed.includes('--help') || typed.includes('-h')) return 'help';
  let parsed;
  try {
    parsed = parseArgs({ args: typed, options: command.options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new WrongUse((error as Error).message);
  }
  if (parsed.positionals.length !== command.positionals)
    throw new WrongUse(words.t('cli.arguments', { n: command.positionals }));
  return { values: parsed.values as Given['values'], positionals: parsed.positionals };
}

function tell(error: unknown, command: Command, terminal: Terminal): ExitCode {
  if (error instanceof WrongUse) {
    terminal.complain(error.message);
    for (const line of help(command, terminal.words)) terminal.complain(line);
    return exitCodes.wrongUse;
  }
  if (error instanceof BadConfiguration) {
    terminal.complain(error.message);
    return exitCodes.wrongUse;
  }
  if (error instanceof Refused) {
    const key = `refusal.${error.refusal.because}`;
    terminal.complain(terminal.words.has(key) ? terminal.words.t(key, error.refusal.details) : error.message);
    return exitCodes.failed;
  }
  const expected = [UnfitDatabase, FileInUse, NoPlaceForFile, DamagedDatabase].some(
    (Known) => error instanceof Known,
  );
  terminal.complain(
    whyUnreachable(error) ?? (expected ? (error as Error).message : String((error as Error).stack ?? error)),
  );
  return exitCodes.failed;
}

function overview(words: Words): string[] {
  const brief = ({ name, usage }: Command): string => (usage.length > 50 ? `${name} …` : usage);
  const width = Math.max(...commands.map((command) => brief(command).length));
  return [
    words.t('cli.usage', { usage: '<command>' }),
    '',
    ...commands.map(
      (command) => `  ${brief(command).padEnd(width)}  ${words.t(`cli.${command.name}.summary`)}`,
    ),
    '',
    words.t('cli.more'),
    words.t('cli.exits'),
  ];
}

function help({ name, usage }: Command, words: Words): string[] {
  return [
    words.t('cli.usage', { usage }),
    '',
    words.t(`cli.${name}.summary`),
    '',
    words.t(`cli.${name}.help`),
    '',
    words.t('cli.exits'),
  ];
}
