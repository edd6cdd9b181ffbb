import 'reflect-metadata';
import { plainToInstance, Transform } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  MaxLength,
  MinLength,
  validateSync,
} from 'class-validator';

export type Mode = 'production' | 'demo' | 'test';

/**
 * The one typed configuration, read from the environment once. Every value has a meaning in the README's
 * configuration table; a bad or missing value stops the start and each problem is named.
 */
export class Config {
  @IsIn(['production', 'demo', 'test'], { message: 'MODE must be production, demo or test' })
  readonly MODE: Mode = 'production';

  @Transform(({ value }) => (value === undefined || value === '' ? undefined : Number(value)))
  @IsInt({ message: 'PORT must be a whole number' })
  @Min(0, { message: 'PORT must be between 0 and 65535' })
  @Max(65535, { message: 'PORT must be between 0 and 65535' })
  readonly PORT: number = 3000;

  @IsString()
  @MinLength(1, { message: 'HOST must name an address to listen on' })
  readonly HOST: string = '127.0.0.1';

  @Matches(/^https?:\/\/[^/\s?#]+(\/[^\s?#]*[^/\s?#])?$/, {
    message:
      'BASE_URL must be the address people use, such as https://yushen.example.gov.cn, without a slash at the end',
  })
  readonly BASE_URL!: string;

  @Matches(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/, {
    message: 'DATABASE_URL must be sqlite:path/to/file.db or postgres://user:password@host/database',
  })
  readonly DATABASE_URL: string = 'sqlite:data/yushen.db';

  @IsString()
  @MinLength(1, { message: 'DATA_DIR must name a folder' })
  readonly DATA_DIR: string = 'data';

  @IsString({
    message:
      'SECRET_KEY is missing: give at least 32 random bytes, for example the output of: openssl rand -base64 48',
  })
  @MinLength(32, {
    message:
      'SECRET_KEY is too short: give at least 32 random bytes, for example the output of: openssl rand -base64 48',
  })
  readonly SECRET_KEY!: string;

  @Matches(/^(smtps?:\/\/.+|mailbox:)$/, {
    message:
      'MAIL_URL must be smtp://user:password@host:port, smtps://… or, in demo and test mode only, mailbox:',
  })
  readonly MAIL_URL!: string;

  @Matches(/^[^\r\n]*<[^@\s<>]+@[^@\s<>]+>$|^[^@\s<>]+@[^@\s<>]+$/, {
    message: 'MAIL_FROM must be an address such as 预审专班秘书处 <yushen@example.gov.cn>',
  })
  readonly MAIL_FROM: string = '预审专班秘书处 <yushen@localhost.localdomain>';

  @IsIn(['Asia/Shanghai'], { message: 'TZ_DISPLAY must be Asia/Shanghai' })
  readonly TZ_DISPLAY: string = 'Asia/Shanghai';

  @IsIn(['zh-CN', 'en'], { message: 'LOCALE must be zh-CN or en' })
  readonly LOCALE: 'zh-CN' | 'en' = 'zh-CN';

  /** Addresses or networks, separated by commas, whose X-Forwarded-* headers are believed. */
  @IsString()
  @Matches(/^([0-9a-fA-F.:/]+(\s*,\s*[0-9a-fA-F.:/]+)*)?$/, {
    message: 'TRUST_PROXY must list addresses or networks, separated by commas, such as 127.0.0.1,10.0.0.0/8',
  })
  readonly TRUST_PROXY: string = '';

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
    message: 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent',
  })
  readonly LOG_LEVEL: string = 'info';

  /** The virus scanner that every attachment is handed to: clamd by TCP or by its socket; empty for none. */
  @Matches(/^(clamd:(\/\/[^/\s:?#]+(:\d{1,5})?|\/[^\s?#]+))?$/, {
    message: 'SCAN_URL must be clamd://host:3310 or clamd:/path/to/clamd.ctl',
  })
  readonly SCAN_URL: string = '';

  /** The city's name as the pages and letters say it, `宜江市`. */
  @IsString()
  @MaxLength(20, { message: 'CITY_NAME must be at most 20 characters' })
  readonly CITY_NAME: string = '';

  /** The same for English pages, `Yijiang`. */
  @IsString()
  @MaxLength(30, { message: 'CITY_NAME_EN must be at most 30 characters' })
  readonly CITY_NAME_EN: string = '';

  /** A private Ed25519 key in PEM; heads of the ledger are signed with it. Without it they are not. */
  @IsOptional()
  @IsString()
  readonly HEAD_KEY_FILE?: string;

  /** Demo and test mode only: a file whose ISO time replaces the system clock. */
  @IsOptional()
  @IsString()
  readonly CLOCK_FILE?: string;

  get secure(): boolean {
    return this.BASE_URL.startsWith('https://');
  }

  /** Names for both languages; a city that has not said its name is called so in general words. */
  get city(): { 'zh-CN': string; en: string } {
    const [zh, en] =
      this.MODE === 'production' ? (['本市', 'City'] as const) : (['宜江市', 'Yijiang'] as const);
    return { 'zh-CN': this.CITY_NAME || zh, en: this.CITY_NAME_EN || en };
  }

  get usesMailbox(): boolean {
    return this.MAIL_URL === 'mailbox:';
  }
}

const names = [
  'MODE',
  'PORT',
  'HOST',
  'BASE_URL',
  'DATABASE_URL',
  'DATA_DIR',
  'SECRET_KEY',
  'MAIL_URL',
  'MAIL_FROM',
  'TZ_DISPLAY',
  'LOCALE',
  'TRUST_PROXY',
  'LOG_LEVEL',
  'SCAN_URL',
  'CITY_NAME',
  'CITY_NAME_EN',
  'HEAD_KEY_FILE',
  'CLOCK_FILE',
] as const;

/** What stopped the start, one sentence for each problem. */
export class BadConfiguration extends Error {
  constructor(readonly problems: string[]) {
    super(`The configuration is not complete:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/**
 * Reads and checks the environment.
 * @throws BadConfiguration naming every problem at once
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    names.flatMap((name): [string, string][] => (environment[name] ? [[name, environment[name]]] : [])),
  );
  const config = plainToInstance(Config, given, { exposeDefaultValues: true });
  const problems = validateSync(config, { stopAtFirstError: true }).flatMap((error) =>
    Object.values(error.constraints ?? {}),
  );
  if (config.MODE === 'production') {
    if (config.usesMailbox)
      problems.push('MAIL_URL=mailbox: is for demo and test mode; production needs smtp://…');
    if (config.CLOCK_FILE) problems.push('CLOCK_FILE is for demo and test mode only');
    if (
      config.BASE_URL &&
      !config.secure &&
      !/^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(config.BASE_URL)
    ) {
      problems.push(
        'BASE_URL must start with https:// (sessions and voting links need an encrypted connection)',
      );
    }
  }
  if (problems.length > 0) throw new BadConfiguration(problems);
  return Object.freeze(config);
}
