import { createHmac, timingSafeEqual } from 'node:crypto';
import { ownPath } from './own-path';

/** A form that could not be taken: where it was going, and all of its fields as sent. */
export interface KeptForm {
  action: string;
  fields: { name: string; value: string }[];
}

/** Never sent on again: the old token, and secrets that people type. */
const dropped = /^(_csrf|password|current|again|proof\[.*\]|.*\[password\])$/;
const mostFields = 2000;

/** Flattens a parsed body to field names as the page had them (`contact[name]`, `leadIds[]`). */
export function keepForm(action: string, body: unknown): KeptForm {
  const fields: KeptForm['fields'] = [];
  const walk = (name: string, value: unknown): void => {
    if (fields.length >= mostFields) return;
    if (Array.isArray(value)) {
      // Rows of several fields keep their places, or the fields of one row would come back as rows of their own.
      for (const [at, item] of value.entries()) walk(isGroup(item) ? `${name}[${at}]` : `${name}[]`, item);
    } else if (isGroup(value)) {
      for (const [key, inner] of Object.entries(value)) walk(name === '' ? key : `${name}[${key}]`, inner);
    } else if (typeof value === 'string' && !dropped.test(name)) {
      fields.push({ name, value });
    }
  };
  walk('', body);
  return { action: ownPath(action), fields };
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** One hidden value that carries a kept form over the sign-in page; signed, so that it comes back unchanged. */
export function packKeptForm(form: KeptForm, key: string): string {
  const text = Buffer.from(JSON.stringify(form)).toString('base64url');
  return `${text}.${seal(text, key)}`;
}

/** @returns null for anything that was not packed with the same key */
export function unpackKeptForm(packed: unknown, key: string): KeptForm | null {
  if (typeof packed !== 'string') return null;
  const [text = '', mark = ''] = packed.split('.');
  const expected = Buffer.from(seal(text, key));
  const given = Buffer.from(mark);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return JSON.parse(Buffer.from(text, 'base64url').toString()) as KeptForm;
}

function seal(text: string, key: string): string {
  return createHmac('sha256', `kept form ${key}`).update(text).digest('base64url');
}
