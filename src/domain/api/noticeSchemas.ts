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
} from './jsonSchema.js'

/** The notices that a channel shows. */
export const noticeSchemas: Readonly<Record<string, JsonSchema>> = {
  PolicyNotice: closed({
    changeSummary: nullable(text),
    effectiveAt: instant,
    effectiveOn: described('The day of `effectiveAt` in the policy’s zone.', day),
    exception: nullable(ref('PolicyException')),
    id: { type: ['integer', 'string'] },
    locale: described('The language of the words.', text),
    materialChange: boolean,
    message: text,
    phase: ref('PolicyNoticePhase'),
    policy: ref('PolicyName'),
    postedAt: instant,
    url: uri,
    version: ref('PolicyVersionName'),
    visibleUntil: instant,
  }),
  PolicyName: closed({ slug: text, title: text }),
  PolicyNoticePhase: described(
    'Before its change takes effect, after, or of a change that will not come.',
    oneOfWords('after', 'before', 'withdrawn'),
  ),
  PolicyNotices: closed({
    nextChangeAt: described('When other notices are shown, by the clock alone.', nullable(instant)),
    notices: listOf(ref('PolicyNotice')),
  }),
  PolicyVersionName: closed({ label: text, state: ref('PolicyVersionState') }),
}
