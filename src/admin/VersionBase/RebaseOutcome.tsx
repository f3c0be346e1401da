'use client'
import { Banner } from '@payloadcms/ui'

import type { Place } from '../../domain/rebase/rebaseContent.js'
import type { RebasedDraft } from '../../operations/rebaseDraft.js'

import { useWords } from '../useWords.js'

const names = { body: 'body', noticeTerms: 'noticeTerms', title: 'title' } as const

/** What a rebase came to: what was taken, what was kept, and what is left to settle. */
export const RebaseOutcome = ({
  rebased: {
    basedOn: { label },
    conflicts,
    kept,
    taken,
  },
}: {
  rebased: RebasedDraft
}) => {
  const { languages, word } = useWords()
  const named = (places: Place[]): string =>
    places
      .map(({ field, language }) => {
        // A host's own fields have names of its own.
        const name = Object.hasOwn(names, field) ? word(names[field as keyof typeof names]) : field
        return language === null ? name : `${name} (${languages([language])})`
      })
      .join(', ')

  return (
    <Banner className="policy-base__notice" type={conflicts > 0 ? 'warning' : 'success'}>
      <strong>{word('rebaseDone', { label })}</strong>
      {conflicts > 0 && <span>{word('rebaseConflicts', { count: String(conflicts) })}</span>}
      {taken.length > 0 && <span>{word('rebaseTaken', { fields: named(taken), label })}</span>}
      {kept.length > 0 && <span>{word('rebaseKept', { fields: named(kept) })}</span>}
    </Banner>
  )
}
