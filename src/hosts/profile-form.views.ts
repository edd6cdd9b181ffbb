import {
  HEADROOM_ELEMENTS,
  PARCEL_USES,
  PRICED,
  SITE_STATES,
  type HostProfile,
} from '../domain/host/profile';
import { LONGEST_TEXT } from '../domain/host/read-profile';
import type { ChainBook } from '../domain/chain/chain-book';
import type { FieldProblem } from '../domain/lead/problem';
import { pageHead } from '../http/views/acts';
import {
  areaField,
  checksField,
  errorSummary,
  groupField,
  textField,
  type ErrorSummary,
  type Field,
} from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import type { Words } from '../words/words';
import { chainName } from './chain-words';
import type { HostCard } from './hosts.queries';
import { ProfileControls } from './profile-controls.views';

export interface ProfileFormModel extends PageModel {
  readonly errors: ErrorSummary | null;
  readonly action: string;
  readonly basedOn: string;
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly note: string;
    readonly fields: readonly Field[];
  }[];
}

export interface ProfileFormFacts {
  readonly host: HostCard;
  /** 0 while nothing has been stated. */
  readonly version: number;
  /** What stands in the boxes: the form's own nesting, as it was sent or as the profile has it. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly problems: readonly FieldProblem[];
  readonly book: ChainBook;
}

/** The form in which a host's people say what they have and want. */
export function profileFormView(
  { host, version, values, problems, book }: ProfileFormFacts,
  words: Words,
): ProfileFormModel {
  const make = new ProfileFields(values, problems, words);
  const title = words.t('hostProfile.form.title', { host: host.name });
  const section = (id: string, fields: Field[], note = '') => ({
    id,
    title: words.t(`hostProfile.form.${id}`),
    note: note === '' ? '' : words.t(note),
    fields,
  });
  return {
    page: {
      title,
      dataPage: 'host-profile-form',
      crumbs: [
        { label: words.t('hostBook.title'), href: '/hosts' },
        { label: host.name, href: `/hosts/${host.id}` },
        { label: words.t('hostProfile.edit') },
      ],
      head: pageHead({ title, meta: [words.t('hostProfile.form.meta')] }),
    },
    errors: errorSummary(
      words.t('ui.errors.title', { n: problems.length }),
      problems.map((found) => ({ field: found.field, message: make.problemIn(found) })),
    ),
    action: `/hosts/${host.id}/profile`,
    basedOn: String(version),
    sections: [
      section('wants', make.wants(book), 'hostProfile.form.wants.note'),
      section('parcels', make.parcels(), 'hostProfile.form.parcels.note'),
      section('plants', make.plants(), 'hostProfile.form.plants.note'),
      section('headroom', make.headroom(), 'hostProfile.form.headroom.note'),
      section('prices', make.prices()),
      section('contact', make.contact()),
      section('about', make.about()),
    ],
  };
}

class ProfileFields extends ProfileControls {
  wants(book: ChainBook): Field[] {
    const wanted = this.values['wantedChains'];
    const ticked: unknown[] = Array.isArray(wanted) ? wanted : [wanted];
    const standing = [this.values['firstChain'], ...ticked].filter((code) => typeof code === 'string');
    const chains = book
      .choices(standing)
      .map((value) => ({ value, label: chainName(value, book, this.words) }));
    return [
      this.select('firstChain', [{ value: '', label: this.words.t('hostProfile.form.noFirst') }, ...chains], {
        hint: this.words.t('hostProfile.form.firstChain.hint'),
      }),
      checksField({
        ...this.base('wantedChains'),
        name: 'wantedChains[]',
        id: 'wantedChains',
        options: chains.map((chain) => ({ ...chain, selected: ticked.includes(chain.value) })),
      }),
      this.number('minIntensity', this.words.t('hostProfile.unit.perMu')),
      this.number('minTaxPerMu', this.words.t('hostProfile.unit.perMu')),
    ];
  }

  parcels(): Field[] {
    return this.rows('parcels', (at) => [
      this.text(`${at}[name]`),
      this.number(`${at}[mu]`, this.words.t('lead.unit.mu')),
      this.select(`${at}[use]`, this.choices(PARCEL_USES, 'lead.option.landUse')),
      this.number(`${at}[priceLow]`, this.words.t('hostProfile.unit.landPrice')),
      this.number(`${at}[priceHigh]`, this.words.t('hostProfile.unit.landPrice')),
      this.date(`${at}[availableFrom]`),
      this.select(`${at}[state]`, this.choices(SITE_STATES, 'hostProfile.state')),
    ]);
  }

  plants(): Field[] {
    return this.rows('plants', (at) => [
      this.text(`${at}[name]`),
      this.number(`${at}[sqm]`, this.words.t('lead.unit.sqm')),
      this.number(`${at}[floorLoad]`, this.words.t('hostProfile.unit.floorLoad')),
      this.number(`${at}[height]`, this.words.t('hostProfile.unit.height')),
      this.number(`${at}[rent]`, this.words.t('hostProfile.unit.rent')),
      this.date(`${at}[availableFrom]`),
      this.select(`${at}[state]`, this.choices(SITE_STATES, 'hostProfile.state')),
    ]);
  }

  headroom(): Field[] {
    const rows = HEADROOM_ELEMENTS.map((element) => {
      const at = `headroom[${element}]`;
      return groupField({
        name: at,
        label: this.words.t(`hostProfile.element.${element}`),
        fields: [
          this.number(`${at}[quantity]`, this.words.t(`hostProfile.unit.${element}`)),
          this.date(`${at}[asOf]`),
          this.text(`${at}[note]`),
        ],
      });
    });
    const settled = areaField({
      ...this.base('settledLeads'),
      rows: 2,
      hint: this.words.t('hostProfile.form.settledLeads.hint'),
      value: this.valueOf('settledLeads'),
    });
    return [...rows, settled];
  }

  prices(): Field[] {
    return PRICED.map((what) =>
      groupField({
        name: `prices[${what}]`,
        label: this.words.t(`hostProfile.price.${what}`),
        fields: ['low', 'high'].map((end) =>
          this.number(`prices[${what}][${end}]`, this.words.t(`hostProfile.unit.price.${what}`)),
        ),
      }),
    );
  }

  contact(): Field[] {
    return ['name', 'post', 'phone', 'email'].map((part) =>
      textField({
        ...this.base(`contact[${part}]`),
        value: this.valueOf(`contact[${part}]`),
        autocomplete: 'off',
      }),
    );
  }

  about(): Field[] {
    return [
      areaField({
        ...this.base('text'),
        rows: 10,
        max: LONGEST_TEXT,
        value: this.valueOf('text'),
        hint: this.words.t('hostProfile.form.text.hint'),
      }),
      textField({
        ...this.base('note'),
        value: this.valueOf('note'),
        hint: this.words.t('hostProfile.form.note.hint'),
      }),
    ];
  }
}

/** A profile in the nesting of its form. */
export function profileValues(profile: HostProfile): Record<string, unknown> {
  return profile as unknown as Record<string, unknown>;
}
