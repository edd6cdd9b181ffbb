import type { ParseArgsConfig } from 'node:util';
import type { Words } from '../words/words';

/** Exit codes of every command. */
export const exitCodes = { done: 0, failed: 1, wrongUse: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Where a command speaks. `say` is what was asked for, `complain` goes to standard error. */
export interface Terminal {
  readonly words: Words;
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
}

/** What was typed behind the name of a command. */
export interface Given {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
}

/** One command of the command line. Its words are under `cli.<name>.summary` and `cli.<name>.help`. */
export interface Command {
  readonly name: string;
  /** How it is called, `backup DIR`. */
  readonly usage: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** How many arguments without a dash it takes. */
  readonly positionals: number;
  run(given: Given, terminal: Terminal): Promise<ExitCode>;
}

/** The command was called wrongly: the sentence says how, the help follows. */
export class WrongUse extends Error {}

/** The text of an option, or undefined where it was not given. @throws WrongUse when it is required */
export function textOf(given: Given, name: string): string | undefined;
export function textOf(given: Given, name: string, terminal: Terminal): string;
export function textOf(given: Given, name: string, terminal?: Terminal): string | undefined {
  const value = given.values[name];
  if (typeof value === 'string' && value !== '') return value;
  if (terminal) throw new WrongUse(terminal.words.t('cli.missing', { option: `--${name}` }));
  return undefined;
}
