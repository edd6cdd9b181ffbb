import { overridable, overrideChoices } from '../domain/followup/override';
import { fileField, radiosField, textField } from '../http/views/fields';
import type { Words } from '../words/words';
import { materialsField, reasonField } from './decision-fields.views';
import {
  afterForm,
  afterPage,
  afterSection,
  fact,
  TypedForm,
  type AfterPage,
  type SentBack,
} from './after-page.views';
import { decidedOf } from './outcome.entity';
import { overrideFacts } from './override-facts';
import type { ResultItem, RoundResults } from './results.queries';

/** The page on which the leading group decides otherwise: what was computed stays in sight above the form. */
export function overrideView(
  { material }: RoundResults,
  item: ResultItem,
  sent: SentBack | null,
  words: Words,
): AfterPage {
  const { round } = material;
  const { outcome, lead, revision, result } = item;
  const facts = overrideFacts(item, round.state);
  const typed = new TypedForm('override', sent);
  const stands = decidedOf(outcome);
  const choices = overrideChoices(facts);
  const title = words.t('after.override.title', { lead: lead.number });
  return afterPage(
    {
      dataPage: 'override',
      title,
      meta: [{ strong: lead.number }, revision?.content.title ?? lead.title],
      crumbs: [
        {
          label: words.t('results.title', { round: round.number }),
          href: `/rounds/${round.id}/results#item-${outcome.position}`,
        },
      ],
      sections: [
        afterSection({
          id: 'computed',
          title: words.t('after.override.computed'),
          note: words.t('after.override.stays'),
          facts: {
            two: true,
            items: [
              fact(words.t('after.computed'), words.t(`results.computed.${outcome.computed}`)),
              fact(words.t('results.col.score'), result.total?.toDecimal(2) ?? words.t('results.score.none')),
              fact(
                words.t('results.col.votes'),
                `${words.t('results.agree')} ${result.votes.agree}/${result.quorum.cast}`,
              ),
              fact(
                words.t(facts.announced ? 'after.announced' : 'after.stands'),
                words.t(`results.outcome.${(facts.announced ? outcome.decided : stands) ?? 'borderline'}`),
              ),
            ],
          },
        }),
      ],
      forms: [
        afterForm(
          {
            id: 'override',
            title: words.t('after.override.form'),
            action: `/rounds/${round.id}/items/${outcome.itemId}/override`,
            files: true,
            submit: words.t('after.override.submit'),
            tone: 'danger',
            refusal: overridable(facts),
            consequences: [
              words.t('after.override.does.beside'),
              words.t(facts.announced ? 'after.override.does.letter' : 'after.override.does.announce'),
              words.t('after.override.does.ledger'),
            ],
            fields: [
              radiosField({
                name: 'result',
                label: words.t('after.result'),
                required: true,
                options: choices.map((value) => ({
                  value,
                  label: words.t(`results.outcome.${value}`),
                  selected: typed.value('result') === value,
                })),
                error: typed.error('result'),
              }),
              textField({
                name: 'documentNumber',
                label: words.t('after.document'),
                hint: words.t('after.document.hint'),
                value: typed.value('documentNumber'),
                required: true,
                max: 60,
                error: typed.error('documentNumber'),
              }),
              reasonField({ value: typed.value('reason'), error: typed.error('reason') }, words),
              materialsField({ value: typed.value('materials'), error: typed.error('materials') }, words),
              fileField({
                name: 'file',
                label: words.t('after.document.file'),
                hint: words.t('after.document.file.hint'),
                required: true,
                accept: '.pdf,.docx,.jpg,.jpeg,.png',
                error: typed.error('file'),
              }),
            ],
          },
          words,
        ),
      ],
      sent,
    },
    words,
  );
}
