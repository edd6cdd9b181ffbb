import { REASON_FIELDS, type ReturnReason } from '../domain/intake/return-reasons';
import { rowsAt } from '../http/setting-form';
import { groupField } from '../http/views/fields';
import type { SettingFields } from '../http/views/setting-fields';
import type { SettingGroup, SettingPage } from '../http/views/setting-page';
import { reasonField } from './intake-pane-fields.views';

const CELLS = ['code', 'text', 'field'] as const;
const MOST_ROWS = 40;
/** Empty rows after the last one, for new reasons. */
const BLANK = 3;

const rowsOf = (body: Readonly<Record<string, unknown>>) => rowsAt(body, 'rows', CELLS, MOST_ROWS);

/** The reasons for returning a lead; an emptied row is taken off the list. @param newCode for a reason added */
export function returnReasonsPage(newCode: () => string): SettingPage<readonly ReturnReason[]> {
  return {
    href: '/admin/settings/return-reasons',
    word: 'intake.reasons',
    dataPage: 'return-reasons',
    typed: (rows) => ({ rows }),
    tidy: (body) => ({ ...body, rows: rowsOf(body).filter(({ text }) => text !== '') }),
    hidden: (body) => rowsOf(body).map(({ code }, at) => ({ name: `rows[${at}][code]`, value: code })),
    groups: groupsOf,
    read: (form) => {
      const rows = rowsOf(form.body).map((row) => ({
        ...row,
        code: /^[a-z][A-Za-z0-9]{1,39}$/.test(row.code) ? row.code : newCode(),
      }));
      if (rows.length === 0) form.wrong('rows[0][text]', 'intake.error.noReasons');
      rows.forEach(({ code, text, field }, at) => {
        const { length } = [...text];
        if (length < 4 || text.length > 200) form.wrong(`rows[${at}][text]`, 'intake.error.reasonText');
        if (!REASON_FIELDS.includes(field)) form.wrong(`rows[${at}][field]`, 'intake.error.reasonField');
        if (rows.slice(0, at).some((other) => other.code === code))
          form.wrong(`rows[${at}][text]`, 'intake.error.reasonTwice');
      });
      return rows;
    },
  };
}

function groupsOf(fields: SettingFields): SettingGroup[] {
  const { words } = fields;
  const choices = REASON_FIELDS.map((value) => ({ value, label: reasonField(value, words) }));
  const rows = rowsOf(fields.body).length + (fields.isForm ? BLANK : 0);
  return [
    {
      fields: Array.from({ length: rows }, (_, at) =>
        groupField({
          name: `rows[${at}]`,
          wide: true,
          label: words.t('intake.reasons.row', { n: at + 1 }),
          fields: [
            fields.text(`rows[${at}][text]`, {
              label: words.t('intake.reasons.text'),
              required: false,
              stacked: true,
            }),
            fields.select(`rows[${at}][field]`, choices, {
              label: words.t('intake.reasons.field'),
              required: false,
              stacked: true,
            }),
          ],
        }),
      ),
    },
  ];
}
