import {
  boolean,
  closed,
  day,
  described,
  instant,
  type JsonSchema,
  listOf,
  nullable,
  oneOfWords,
  ref,
  text,
  uri,
  whole,
} from './jsonSchema.js'

const sealed: Readonly<Record<string, JsonSchema>> = {
  changeSummary: nullable(text),
  dateLabel: described('The date that its terms have readers shown, in words.', nullable(text)),
  effectiveAt: described('Null for an import that nobody knows the date of.', nullable(instant)),
  effectiveOn: described('The day of `effectiveAt` in the policy’s zone.', nullable(day)),
  exception: nullable(ref('PolicyException')),
  fingerprint: { pattern: '^sha256:', type: 'string' },
  imported: nullable(ref('PolicyImport')),
  label: text,
  locale: described(
    'The language of the text, which is another than the one asked for where that is missing.',
    text,
  ),
  locales: ref('PolicyLocales'),
  materialChange: boolean,
  noticeFrom: described('From when its notice counts; null for an import.', nullable(instant)),
  noticeTerms: ref('NoticeTerms'),
  policy: ref('Policy'),
  publishedAt: nullable(instant),
  replaces: described('Label of the announced version whose place it took.', nullable(text)),
  title: text,
}

const standing: Readonly<Record<string, JsonSchema>> = {
  links: ref('PolicyLinks'),
  state: ref('PolicyVersionState'),
  supersededAt: described(
    'When another version takes its place; also where that is announced and still to come.',
    nullable(instant),
  ),
  url: described('Where the public site shows it.', uri),
  withdrawnAt: nullable(instant),
}

const texts: Readonly<Record<string, JsonSchema>> = {
  body: described('The text as the editor has it (Lexical).', { type: 'object' }),
  html: text,
  text,
}

const nextChangeAt = described(
  'When the next announced version of the policy takes effect.',
  nullable(instant),
)

/** Policies and their versions, as public routes answer them. */
export const versionSchemas: Readonly<Record<string, JsonSchema>> = {
  Policy: closed({
    kind: oneOfWords('privacy', 'terms', 'cookies', 'other'),
    slug: text,
    timeZone: described('IANA name; days are days of this zone.', text),
    title: text,
  }),
  PolicyException: closed(
    {
      explanation: text,
      providedFor: described(
        'False for a legal obligation that the terms say nothing about.',
        boolean,
      ),
      reason: text,
    },
    { description: 'The exception to the notice period that it was published under.' },
  ),
  PolicyImport: closed(
    {
      effectiveOn: nullable(day),
      publishedOn: nullable(day),
      recordedAt: instant,
      sequence: { type: 'integer' },
      source: text,
    },
    { description: 'Of a version from before the record began: where it comes from.' },
  ),
  PolicyInForce: closed(
    {
      ...sealed,
      ...standing,
      ...texts,
      forecast: described(
        'True where the moment is still to come: another publication can change what is answered.',
        boolean,
      ),
      nextChangeAt,
      upcoming: listOf(ref('PolicyVersionSummary')),
    },
    { description: 'The version in force at a moment, with those announced by then.' },
  ),
  PolicyLinks: closed(
    {
      current: uri,
      history: uri,
      predecessor: nullable(uri),
      self: uri,
      successor: nullable(uri),
    },
    { description: 'Addresses below this API.' },
  ),
  PolicyLocales: closed({
    authoritative: described(
      'The language whose text prevails where the others differ from it.',
      text,
    ),
    available: listOf(text),
    missing: described(
      'The language that was asked for where this version has no text in it.',
      nullable(text),
    ),
  }),
  PolicyRecordHead: closed(
    { hash: text, sequence: whole },
    {
      description:
        'The last event of the policy’s record, by which others can tell that nothing was cut off.',
    },
  ),
  PolicyText: closed(
    { ...sealed, ...texts },
    { description: 'The sealed part of a version, which never changes.' },
  ),
  PolicyTimeline: closed({
    head: nullable(ref('PolicyRecordHead')),
    nextChangeAt,
    policy: ref('Policy'),
    versions: described('Newest first.', listOf(ref('PolicyVersionSummary'))),
  }),
  PolicyVersion: closed(
    { ...sealed, ...standing, ...texts, nextChangeAt },
    { description: 'A published version.' },
  ),
  PolicyVersionState: described(
    'Where it stands, by the clock.',
    oneOfWords('in_force', 'superseded', 'upcoming', 'withdrawn'),
  ),
  PolicyVersionSummary: closed(
    { ...sealed, ...standing },
    { description: 'A published version without its text.' },
  ),
}
