'use client'
import type { TextFieldClientProps } from 'payload'

import { Button, FieldLabel, RenderCustomComponent, useField, useFormFields } from '@payloadcms/ui'
import { CalendarIcon } from '@payloadcms/ui/icons/Calendar'
import { useId, useRef, useState } from 'react'

import { type CivilDate, isCivilDate } from '../../domain/civilDate.js'
import { isSealed, type VersionStatus } from '../../domain/lifecycle.js'
import { FieldFault } from '../FieldFault/index.js'
import { reasonName } from '../reasonWords.js'
import { useFieldLabel } from '../useFieldLabel.js'
import { useWords } from '../useWords.js'
import { Calendar } from './Calendar.js'
import { type Day, dayWords, laterWords } from './dayWords.js'
import './index.css'
import { type MonthAnswer, useEffectiveDays } from './useEffectiveDays.js'

type Say = ReturnType<typeof useWords>

/** The month of the earliest lawful day, whichever that is. */
const earliestMonth = ''

/** The day on which a version is to take effect: written or chosen from a calendar, with what follows from it. */
export const EffectiveDateField = ({
  field,
  path,
  readOnly,
  slug,
}: TextFieldClientProps & { slug: string }) => {
  const say = useWords()
  const label = useFieldLabel(field)
  const hintId = useId()
  const { customComponents, disabled, errorMessage, setValue, showError, value } = useField<
    null | string
  >({ path })
  const { value: status } = useField<VersionStatus>({ path: 'status' })
  const isImport = useFormFields(([fields]) => Boolean(fields['imported.source']?.value))
  const opener = useRef<HTMLDivElement>(null)
  const [focused, setFocused] = useState<CivilDate | null>(null)
  const [round, setRound] = useState(0)
  const written = isCivilDate(value) ? value : null
  const daysOf = useEffectiveDays({
    months: [earliestMonth, written, focused].map((date) => date?.slice(0, 7) ?? earliestMonth),
    round,
    slug,
  })
  const earliest = objectOf(daysOf?.(earliestMonth))
  const earliestDay = earliest?.days.find(({ date }) => date === earliest.earliestEffectiveOn)
  const start = written ?? earliest?.earliestEffectiveOn ?? earliest?.today ?? null
  const isReadOnly = Boolean(readOnly) || disabled
  const hasHint = !isSealed(status) && !isImport
  const id = `field-${path}`

  const close = () => {
    setFocused(null)
    opener.current?.querySelector('button')?.focus()
  }
  const choose = (day: string) => {
    setValue(day)
    close()
  }

  return (
    <div className={`field-type text policy-date${showError ? ' error' : ''}`}>
      <FieldLabel htmlFor={id} label={label} path={path} />
      <div className="field-type__wrap">
        <FieldFault message={errorMessage} showError={showError} />
        <div className="policy-date__input" ref={opener}>
          <input
            aria-describedby={hintId}
            aria-invalid={showError}
            autoComplete="off"
            dir="ltr"
            disabled={isReadOnly}
            id={id}
            onChange={(event) => setValue(event.target.value.trim() || null)}
            placeholder="YYYY-MM-DD"
            type="text"
            value={value ?? ''}
          />
          {!isReadOnly && daysOf && (
            <button
              aria-expanded={focused !== null}
              aria-haspopup="dialog"
              aria-label={say.word('calendarOpen')}
              className="policy-date__open"
              disabled={!start}
              onClick={() => {
                setRound(round + 1)
                setFocused(focused ? null : start)
              }}
              type="button"
            >
              <CalendarIcon />
            </button>
          )}
        </div>
        {focused && daysOf && (
          <Calendar
            answer={daysOf(focused.slice(0, 7))}
            chosen={written}
            focused={focused}
            onChoose={choose}
            onClose={close}
            onFocus={setFocused}
          />
        )}
      </div>
      <p aria-live="polite" className="policy-date__hint" id={hintId}>
        {hasHint && !isReadOnly && !daysOf && say.word('daysNoPolicy')}
        {hasHint && daysOf && hintOf({ answer: daysOf(monthOf(written)), say, value })}
      </p>
      {!isReadOnly &&
        !focused &&
        earliest?.earliestEffectiveOn &&
        earliest.earliestEffectiveOn !== value && (
          <Button
            buttonStyle="secondary"
            margin={false}
            onClick={() => setValue(earliest.earliestEffectiveOn)}
            size="small"
          >
            {say.word('earliestLawful', { date: say.shortDate(earliest.earliestEffectiveOn) })}
          </Button>
        )}
      {!isReadOnly && !focused && earliestDay && earliestDay.date !== value && (
        <p className="policy-date__hint">
          {offerWords({
            chosen: dayOf({ answer: daysOf?.(monthOf(written)), date: written }),
            day: earliestDay,
            say,
          })}
        </p>
      )}
      <RenderCustomComponent CustomComponent={customComponents?.Description} Fallback={null} />
    </div>
  )
}

/** What follows from what was written: until when to publish, why it is not possible, or what an empty field means. */
const hintOf = ({
  answer,
  say,
  value,
}: {
  answer: MonthAnswer
  say: Say
  value: null | string | undefined
}): string => {
  if (value && !isCivilDate(value)) {
    return say.word('dayUnreadable')
  }
  if (answer === undefined) {
    return ''
  }
  if (answer === 'failed') {
    return say.word('daysUnknown')
  }
  if (!value) {
    if (answer.whenEmpty) {
      return say.word('whenEmpty', { date: say.date(answer.whenEmpty) })
    }
    return say.word(
      answer.days.some(({ problem }) => problem?.code === 'MATERIALITY_REQUIRED')
        ? 'whenEmptyNotMaterial'
        : 'whenEmptyUnknown',
    )
  }
  const day = dayOf({ answer, date: value })

  return day
    ? [
        dayWords({ day, say, timeZone: answer.timeZone }),
        ...(day.problem?.code === 'NOTICE_PERIOD_TOO_SHORT'
          ? [exceptionWords({ reasons: answer.exceptions, say })]
          : []),
      ].join(' ')
    : ''
}

/** For which reasons it could be sooner after all, and where one is given. */
const exceptionWords = ({ reasons, say }: { reasons: readonly string[]; say: Say }): string =>
  say.word('dayByExceptionOnly', {
    block: say.word('special'),
    reasons: say.list(reasons.map((reason) => reasonName({ reason, say }))),
  })

/** What follows from the earliest lawful day, which is offered; nothing where the chosen one has the same. */
const offerWords = ({ chosen, day, say }: { chosen: Day | null; day: Day; say: Say }): string => {
  const words = laterWords({ day, say }).join(' ')

  return words === '' || (chosen && laterWords({ day: chosen, say }).join(' ') === words)
    ? ''
    : `${say.date(day.date)}: ${words}`
}

const dayOf = ({ answer, date }: { answer: MonthAnswer; date: null | string }): Day | null =>
  objectOf(answer)?.days.find((day) => day.date === date) ?? null

const monthOf = (date: CivilDate | null): string => date?.slice(0, 7) ?? earliestMonth

const objectOf = (answer: MonthAnswer) => (typeof answer === 'object' ? answer : undefined)
