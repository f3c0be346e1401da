'use client'
import { Button } from '@payloadcms/ui'

import type { VersionRedline } from '../../operations/versionRedline.js'

import { useWords } from '../useWords.js'

/** How much changed, and what is only cosmetic, with the way to see it. */
export const Counts = ({
  isCosmeticShown,
  onCosmetic,
  redline: { redline, sentences },
}: {
  isCosmeticShown: boolean
  onCosmetic: (isShown: boolean) => void
  redline: VersionRedline
}) => {
  const { word } = useWords()

  if (!redline || !sentences) {
    return null
  }
  const { cosmetic, moved, substantial, wordsDeleted, wordsInserted } = redline.counts

  return (
    <>
      <ul className="policy-review__counts">
        <li>
          {cosmetic + moved + substantial === 0
            ? word('redlineNothing')
            : word('redlineSubstantial', {
                moved: String(moved),
                substantial: String(substantial),
              })}
        </li>
        <li>
          {word('redlineSentences', {
            added: String(sentences.added),
            changed: String(sentences.changed),
            removed: String(sentences.removed),
          })}
        </li>
        <li>
          {word('redlineWords', { added: String(wordsInserted), removed: String(wordsDeleted) })}
        </li>
        <li>
          {word('redlineCosmetic', { count: String(cosmetic) })}{' '}
          {cosmetic > 0 && (
            <Button
              aria-label={`${word('redlineCosmetic', { count: String(cosmetic) })}, ${word(isCosmeticShown ? 'redlineCosmeticHide' : 'redlineCosmeticShow')}`}
              buttonStyle="secondary"
              extraButtonProps={{ 'aria-expanded': isCosmeticShown }}
              margin={false}
              onClick={() => onCosmetic(!isCosmeticShown)}
              size="xsmall"
            >
              {word(isCosmeticShown ? 'redlineCosmeticHide' : 'redlineCosmeticShow')}
            </Button>
          )}
        </li>
      </ul>
    </>
  )
}
