import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import type { LeadContent } from '../domain/lead/content';
import { duplicateSignature, type DuplicateSignature } from '../domain/lead/duplicates';
import { countyWords, regionWords } from '../reference/regions';
import { inSimplified } from '../reference/simplified';

/** What company names are read with. */
export const namesOfTheCountry = {
  get regionWords() {
    return regionWords();
  },
  get countyWords() {
    return countyWords();
  },
  simplified: inSimplified,
};

/** Makes what leads are compared by. Telephone numbers are compared by a keyed digest, never stored beside it. */
@Injectable()
export class LeadSignatures {
  constructor(private readonly config: Config) {}

  of(content: LeadContent): DuplicateSignature {
    return duplicateSignature(content, {
      ...namesOfTheCountry,
      hashOfMobile: (mobile) =>
        createHmac('sha256', `lead contact ${this.config.SECRET_KEY}`).update(mobile).digest('hex'),
    });
  }
}
