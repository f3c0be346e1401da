import {
  boolean,
  closed,
  described,
  type JsonSchema,
  listOf,
  oneOfWords,
  ref,
  text,
  whole,
} from './jsonSchema.js'

/** What a version promises about later changes. */
export const termsSchemas: Readonly<Record<string, JsonSchema>> = {
  NoticeTerms: closed(
    {
      calendar: described('Id of the business calendar.', text),
      consentByUse: oneOfWords('from_effect', 'from_publication', 'none'),
      dateLabel: oneOfWords('effective', 'none', 'updated'),
      exceptions: described(
        'Reasons for which a change may come without the full notice period.',
        listOf(text),
      ),
      material: ref('NoticeTier'),
      other: ref('NoticeTier'),
      presets: described(
        'Names of further sets of rules, each satisfied separately.',
        listOf(text),
      ),
    },
    {
      description: 'What the version promises about later changes of the policy.',
      optional: ['calendar', 'presets'],
    },
  ),
  NoticeTier: closed(
    {
      channels: closed({
        allOf: listOf(text),
        anyOf: listOf(text),
        optional: listOf(text),
        prohibited: listOf(text),
      }),
      period: closed(
        {
          amount: whole,
          countPublicationDay: boolean,
          unit: oneOfWords('business_days', 'calendar_days', 'months', 'none'),
        },
        { optional: ['countPublicationDay'] },
      ),
      relation: oneOfWords('at_or_before', 'before'),
    },
    { description: 'What is promised for one kind of change.' },
  ),
}
