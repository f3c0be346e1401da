'use client'
import { useId } from 'react'

import type { NoticeChannels, NoticeTier } from '../../domain/noticeTerms.js'

import { useWords } from '../useWords.js'
import { Choice } from './Choice.js'
import { Names } from './Names.js'

/** What is promised for one kind of change. */
export const Tier = ({
  legend,
  onChange,
  value,
}: {
  legend: string
  onChange: (tier: NoticeTier) => void
  value: NoticeTier
}) => {
  const { word } = useWords()
  const id = useId()
  const { channels, period, relation } = value
  const changePeriod = (part: Partial<NoticeTier['period']>) =>
    onChange({ ...value, period: { ...period, ...part } })
  const changeChannels = (part: Partial<NoticeChannels>) =>
    onChange({ ...value, channels: { ...channels, ...part } })

  return (
    <fieldset className="policy-terms__tier">
      <legend>{legend}</legend>
      <div className="policy-terms__row">
        <label htmlFor={id}>
          <span>{word('period')}</span>
          <input
            id={id}
            min={0}
            onChange={(event) => changePeriod({ amount: Number(event.target.value) })}
            type="number"
            value={period.amount}
          />
        </label>
        <Choice
          label={word('unit')}
          onChange={(unit) => changePeriod({ unit })}
          options={[
            { label: word('unitBusinessDays'), value: 'business_days' },
            { label: word('unitCalendarDays'), value: 'calendar_days' },
            { label: word('unitMonths'), value: 'months' },
            { label: word('unitNone'), value: 'none' },
          ]}
          value={period.unit}
        />
        <Choice
          label={word('relation')}
          onChange={(next) => onChange({ ...value, relation: next })}
          options={[
            { label: word('relationBefore'), value: 'before' },
            { label: word('relationAtOrBefore'), value: 'at_or_before' },
          ]}
          value={relation}
        />
      </div>
      <label className="policy-terms__check">
        <input
          checked={period.countPublicationDay ?? false}
          onChange={(event) => changePeriod({ countPublicationDay: event.target.checked })}
          type="checkbox"
        />
        <span>{word('countPublicationDay')}</span>
      </label>
      <div className="policy-terms__row">
        <Names
          label={word('channelsAllOf')}
          onChange={(allOf) => changeChannels({ allOf })}
          value={channels.allOf}
        />
        <Names
          label={word('channelsAnyOf')}
          onChange={(anyOf) => changeChannels({ anyOf })}
          value={channels.anyOf}
        />
        <Names
          label={word('channelsOptional')}
          onChange={(optional) => changeChannels({ optional })}
          value={channels.optional}
        />
        <Names
          label={word('channelsProhibited')}
          onChange={(prohibited) => changeChannels({ prohibited })}
          value={channels.prohibited}
        />
      </div>
    </fieldset>
  )
}
