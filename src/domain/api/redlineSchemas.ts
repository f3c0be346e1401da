import {
  closed,
  described,
  instant,
  type JsonSchema,
  listOf,
  nullable,
  oneOfWords,
  ref,
  text,
  whole,
} from './jsonSchema.js'

const changeKind = oneOfWords('cosmetic', 'substantial')

const reasons = listOf(
  oneOfWords(
    'case',
    'characters',
    'dashes',
    'formatting',
    'layout',
    'link_text',
    'list_mark',
    'markup',
    'numbering',
    'punctuation',
    'quotes',
    'title',
    'whitespace',
  ),
)

/** What changed from one version to another. */
export const redlineSchemas: Readonly<Record<string, JsonSchema>> = {
  PolicyComparison: closed({
    from: ref('PolicyVersionSummary'),
    html: described('The redline as HTML; readable without a style sheet.', text),
    locale: described('The language in which they are compared: one that both have.', text),
    nextChangeAt: nullable(instant),
    policy: ref('Policy'),
    redline: ref('Redline'),
    to: ref('PolicyVersionSummary'),
  }),
  Redline: closed({
    callOuts: listOf(ref('RedlineCallOut')),
    counts: ref('RedlineCounts'),
    sections: listOf(ref('RedlineSection')),
    title: closed({
      change: nullable(whole),
      kind: nullable(changeKind),
      reasons,
      segments: listOf(ref('RedlineSegment')),
    }),
  }),
  RedlineBlock: closed(
    {
      after: described('Its place in the new text; null where it is not there.', nullable(whole)),
      before: described('Its place in the old text; null where it was not there.', nullable(whole)),
      change: described('Which change it belongs to, from 1.', nullable(whole)),
      id: whole,
      kind: nullable(changeKind),
      level: whole,
      moved: nullable(closed({ block: whole, section: nullable(text) })),
      number: nullable({ type: 'integer' }),
      reasons,
      segments: listOf(ref('RedlineSegment')),
      status: oneOfWords('deleted', 'edited', 'inserted', 'moved', 'moved_away', 'unchanged'),
      type: oneOfWords('embed', 'heading', 'item', 'paragraph', 'row'),
    },
    { description: 'A heading, paragraph, list item or table row.' },
  ),
  RedlineCallOut: closed(
    {
      after: nullable(text),
      before: nullable(text),
      blocks: listOf(whole),
      kind: changeKind,
      type: oneOfWords('date', 'email', 'link', 'phone', 'postal'),
    },
    { description: 'An address, date or link that a change touches.' },
  ),
  RedlineCounts: closed({
    cosmetic: whole,
    moved: whole,
    substantial: whole,
    wordsDeleted: whole,
    wordsInserted: whole,
  }),
  RedlineSection: closed({
    blocks: listOf(ref('RedlineBlock')),
    counts: ref('RedlineCounts'),
    heading: nullable(ref('RedlineBlock')),
    status: oneOfWords('added', 'changed', 'cosmetic', 'moved', 'removed', 'unchanged'),
    title: nullable(text),
  }),
  RedlineSegment: {
    anyOf: [
      closed(
        {
          link: closed({ after: nullable(text), before: nullable(text) }),
          op: { const: 'equal', type: 'string' },
          text,
        },
        { optional: ['link'] },
      ),
      closed({ kind: changeKind, op: oneOfWords('delete', 'insert'), text }),
    ],
    description: 'A stretch of text: in both texts, only in the new one or only in the old one.',
  },
}
