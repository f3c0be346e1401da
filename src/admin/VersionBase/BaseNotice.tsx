'use client'
import type { ReactNode } from 'react'

import { Banner } from '@payloadcms/ui'

import type { Base, NewBase } from '../../domain/rebase/newBase.js'

import { useWords } from '../useWords.js'

const sentences = {
  in_force: 'baseInForce',
  upcoming: 'baseUpcoming',
  withdrawn: 'baseWithdrawn',
} as const

/** What became of the text since the draft was started, and what to do about it. */
export const BaseNotice = ({
  basedOn,
  children,
  newBase: { because, effectiveAt, label },
  timeZone,
}: {
  basedOn: Base
  children: ReactNode
  newBase: NewBase
  timeZone: string
}) => {
  const { day, word } = useWords()

  return (
    <Banner className="policy-base__notice" type="warning">
      <strong>
        {word(sentences[because], {
          base: basedOn.label,
          date: day(effectiveAt, timeZone),
          label,
        })}
      </strong>
      <span>{word('baseUndone')}</span>
      {children}
    </Banner>
  )
}
