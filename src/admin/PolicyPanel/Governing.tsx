'use client'
import type { GoverningPromise } from '../../operations/policyOverview.js'

import { useTermsWords } from '../useTermsWords.js'
import { useWords } from '../useWords.js'

/** What a change of the policy has to obey, in sentences. */
export const Governing = ({
  promises,
  timeZone,
}: {
  promises: GoverningPromise[]
  timeZone: string
}) => {
  const { day, word } = useWords()
  const { presetWords, termsWords } = useTermsWords()

  if (promises.length === 0) {
    return (
      <div>
        <dt>{word('overviewGoverning')}</dt>
        <dd>{word('overviewNoTerms')}</dd>
      </div>
    )
  }

  return promises.map(({ label, noticeTerms, presets, since }) => (
    <div key={label}>
      <dt>
        {since === null
          ? word('overviewGoverning')
          : word('overviewGoverningFrom', { date: day(since, timeZone), label })}
      </dt>
      <dd>{termsWords(noticeTerms)}</dd>
      {Object.entries(presets).map(([name, preset]) => (
        <dd key={name}>
          <strong>{name}</strong>
          {': '}
          {presetWords(preset)}
        </dd>
      ))}
    </div>
  ))
}
