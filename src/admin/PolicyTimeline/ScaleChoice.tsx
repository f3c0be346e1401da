'use client'
import { useId } from 'react'

import type { PolicyOverview } from '../../operations/policyOverview.js'

import { useWords } from '../useWords.js'

/** How much time a picture shows at once. */
export type Scale = 'all' | 'months' | 'years'

/** Pixels for a day; none where everything is to fit. */
export const pixelsPerDay: Record<Scale, number> = { all: 0, months: 3.2, years: 0.55 }

/** The scale to begin with: months where something is on its way and all of a long history would hide it. */
export const firstScale = ({ at, versions }: Pick<PolicyOverview, 'at' | 'versions'>): Scale => {
  const isOnItsWay = versions.some(({ state }) => state === null || state === 'upcoming')
  const days = versions.map(({ effectiveAt }) =>
    effectiveAt === null ? 0 : (+new Date(at) - +new Date(effectiveAt)) / 86_400_000,
  )

  return isOnItsWay && versions.length <= 6 && Math.max(...days) > 900 ? 'months' : 'all'
}

const words = {
  all: 'timelineScaleAll',
  months: 'timelineScaleMonths',
  years: 'timelineScaleYears',
} as const

/** Chooses the scale of the picture. */
export const ScaleChoice = ({
  onChange,
  value,
}: {
  onChange: (scale: Scale) => void
  value: Scale
}) => {
  const { word } = useWords()
  const name = useId()

  return (
    <fieldset className="policy-timeline__scale">
      <legend>{word('timelineScale')}</legend>
      {(['all', 'years', 'months'] as const).map((scale) => (
        <label key={scale}>
          <input
            checked={scale === value}
            name={name}
            onChange={() => onChange(scale)}
            type="radio"
          />
          <span>{word(words[scale])}</span>
        </label>
      ))}
    </fieldset>
  )
}
