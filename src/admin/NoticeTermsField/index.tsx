'use client'
import type { JSONFieldClientProps } from 'payload'

import { Button, FieldLabel, RenderCustomComponent, useField } from '@payloadcms/ui'

import type { NoticePreset } from '../../domain/noticePresets/noticePreset.js'
import type { NoticeTerms } from '../../domain/noticeTerms.js'

import { FieldFault } from '../FieldFault/index.js'
import { useFieldLabel } from '../useFieldLabel.js'
import { useTermsWords } from '../useTermsWords.js'
import { useWords } from '../useWords.js'
import './index.css'
import { Choice } from './Choice.js'
import { Reasons } from './Reasons.js'
import { Presets } from './Presets.js'
import { PresetsToStart } from './PresetsToStart.js'
import { Tier } from './Tier.js'

/** A start to edit from; nothing is promised before it is saved. */
const startingTerms: NoticeTerms = {
  consentByUse: 'none',
  dateLabel: 'effective',
  exceptions: [],
  material: {
    channels: { allOf: ['homepage'], anyOf: [], optional: [], prohibited: [] },
    period: { amount: 30, unit: 'calendar_days' },
    relation: 'before',
  },
  other: {
    channels: { allOf: [], anyOf: [], optional: ['homepage'], prohibited: [] },
    period: { amount: 0, unit: 'none' },
    relation: 'at_or_before',
  },
}

/** What a version promises about later changes, as a form over its one JSON value. */
export const NoticeTermsField = ({
  calendars,
  field,
  path,
  presets,
  readOnly = false,
}: JSONFieldClientProps & {
  calendars: string[]
  presets: (NoticePreset & { name: string })[]
}) => {
  const { word } = useWords()
  const label = useFieldLabel(field)
  const { termsWords } = useTermsWords()
  const { customComponents, disabled, errorMessage, setValue, showError, value } =
    useField<NoticeTerms | null>({ path })
  const change = (part: Partial<NoticeTerms>) => setValue({ ...(value ?? startingTerms), ...part })
  const startFrom = ({ calendar, exceptions, material, other }: NoticePreset) =>
    change({ ...(calendar !== undefined && { calendar }), exceptions, material, other })
  const isReadOnly = readOnly || disabled

  return (
    <div className={`field-type policy-terms${showError ? ' error' : ''}`} id={`field-${path}`}>
      <FieldLabel label={label} path={path} />
      <RenderCustomComponent CustomComponent={customComponents?.Description} Fallback={null} />
      <div className="field-type__wrap">
        <FieldFault message={errorMessage} showError={showError} />
        {!isReadOnly && <PresetsToStart known={presets} onChoose={startFrom} />}
        {value ? (
          <fieldset className="policy-terms__form" disabled={isReadOnly}>
            <div className="policy-terms__row">
              <Choice
                label={word('calendar')}
                onChange={(calendar) => change({ calendar: calendar || undefined })}
                options={[
                  { label: '–', value: '' },
                  ...calendars.map((id) => ({ label: id, value: id })),
                  // What is stored is shown and stays, also where it is not configured any more.
                  ...(value.calendar && !calendars.includes(value.calendar)
                    ? [
                        {
                          label: `${value.calendar} (${word('notConfigured')})`,
                          value: value.calendar,
                        },
                      ]
                    : []),
                ]}
                value={value.calendar ?? ''}
              />
              <Choice
                label={word('dateLabel')}
                onChange={(dateLabel) => change({ dateLabel })}
                options={[
                  { label: word('dateLabelEffective'), value: 'effective' },
                  { label: word('dateLabelUpdated'), value: 'updated' },
                  { label: word('dateLabelNone'), value: 'none' },
                ]}
                value={value.dateLabel}
              />
              <Choice
                label={word('consentByUse')}
                onChange={(consentByUse) => change({ consentByUse })}
                options={[
                  { label: word('consentNone'), value: 'none' },
                  { label: word('consentFromPublication'), value: 'from_publication' },
                  { label: word('consentFromEffect'), value: 'from_effect' },
                ]}
                value={value.consentByUse}
              />
            </div>
            <Reasons onChange={(exceptions) => change({ exceptions })} value={value.exceptions} />
            <Tier
              legend={word('materialTier')}
              onChange={(material) => change({ material })}
              value={value.material}
            />
            <Tier
              legend={word('otherTier')}
              onChange={(other) => change({ other })}
              value={value.other}
            />
            <Presets
              known={presets}
              onChange={(names) => change({ presets: names.length > 0 ? names : undefined })}
              value={value.presets ?? []}
            />
          </fieldset>
        ) : (
          <p>
            {word('noTerms')}{' '}
            {!readOnly && (
              <Button buttonStyle="secondary" onClick={() => setValue(startingTerms)} size="small">
                {word('startTerms')}
              </Button>
            )}
          </p>
        )}
        {value && (
          <p aria-live="polite" className="policy-terms__sentence">
            <strong>{word('termsSentence')}:</strong> {termsWords(value)}
          </p>
        )}
      </div>
    </div>
  )
}
