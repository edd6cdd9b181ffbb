import { Transform } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
} from 'class-validator';
import { CAMPAIGN_KINDS, LEADER_LEVELS, VISIT_RESULTS } from '../domain/campaign/campaign';
import type { CampaignKind, LeaderLevel, VisitResult } from '../domain/campaign/campaign';
import { isDay } from '../domain/shared/instant';

const trimmed = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.normalize('NFKC').trim() : value;
const orEmpty = (input: { value: unknown }): unknown => trimmed(input) ?? '';
const orNull = (input: { value: unknown }): unknown => trimmed(input) || null;
const ticked = ({ value }: { value: unknown }): unknown =>
  value === undefined || value === '' ? false : value === '1' ? true : value;
const whole = (input: { value: unknown }): unknown => {
  const value = trimmed(input);
  return typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value;
};
const IsDay = (): PropertyDecorator =>
  ValidateBy(
    { name: 'isDay', validator: { validate: (value) => typeof value === 'string' && isDay(value) } },
    { message: 'campaigns.error.day' },
  );

export class CampaignForm {
  @Transform(trimmed)
  @IsString({ message: 'form.required' })
  @Length(2, 60, { message: 'campaigns.error.name' })
  name!: string;

  @IsIn(CAMPAIGN_KINDS, { message: 'form.invalid' })
  kind!: CampaignKind;

  @Transform(ticked)
  @IsBoolean({ message: 'form.invalid' })
  partyBuilding: boolean = false;

  @Transform(trimmed)
  @IsDay()
  startsOn!: string;

  @Transform(trimmed)
  @IsDay()
  endsOn!: string;

  @Transform(whole)
  @IsInt({ message: 'campaigns.error.goal' })
  @Min(0, { message: 'campaigns.error.goal' })
  @Max(100000, { message: 'campaigns.error.goal' })
  visitGoal!: number;

  @Transform(whole)
  @IsInt({ message: 'campaigns.error.goal' })
  @Min(0, { message: 'campaigns.error.goal' })
  @Max(100000, { message: 'campaigns.error.goal' })
  leadGoal!: number;

  @Transform(orEmpty)
  @IsString({ message: 'form.invalid' })
  @MaxLength(500, { message: 'chains.error.long500' })
  note: string = '';
}

export class VisitForm {
  @Transform(trimmed)
  @IsString({ message: 'form.required' })
  @Length(2, 100, { message: 'chains.error.firmName' })
  firm!: string;

  @Transform(trimmed)
  @IsDay()
  visitedOn!: string;

  @Transform(orNull)
  @IsOptional()
  @IsString({ message: 'form.invalid' })
  @Length(1, 26, { message: 'form.invalid' })
  campaignId: string | null = null;

  @Transform(orEmpty)
  @IsString({ message: 'form.invalid' })
  @MaxLength(200, { message: 'chains.error.long200' })
  companions: string = '';

  @IsIn(LEADER_LEVELS, { message: 'form.invalid' })
  leaderLevel!: LeaderLevel;

  @Transform(orNull)
  @IsOptional()
  @IsString({ message: 'form.invalid' })
  @Length(1, 26, { message: 'form.invalid' })
  hostId: string | null = null;

  @Transform(orEmpty)
  @IsString({ message: 'form.invalid' })
  @MaxLength(60, { message: 'chains.error.long60' })
  place: string = '';

  @IsIn(VISIT_RESULTS, { message: 'campaigns.error.result' })
  result!: VisitResult;

  @Transform(orEmpty)
  @IsString({ message: 'form.invalid' })
  @MaxLength(500, { message: 'chains.error.long500' })
  note: string = '';

  @Transform(orEmpty)
  @IsString({ message: 'form.invalid' })
  @MaxLength(200, { message: 'chains.error.long200' })
  nextStep: string = '';

  @Transform(orEmpty)
  @IsString({ message: 'form.invalid' })
  @Matches(/^(|[Ll]-\d{4}-\d{5,6})$/, { message: 'campaigns.error.lead' })
  leadNumber: string = '';
}
