'use client'
import { Button, useTranslation } from '@payloadcms/ui'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'

import type { CivilDate } from '../../domain/civilDate.js'
import type { MonthAnswer } from './useEffectiveDays.js'

import { addCivilMonths } from '../../domain/civilDate.js'
import { orNull } from '../../domain/orNull.js'
import { useWords } from '../useWords.js'
import { type Day, dayWords } from './dayWords.js'
import { keepFocusInside } from './keepFocusInside.js'
import { dayAfterKey, firstWeekday, weekdayNames, weeksOf } from './weeks.js'

/**
 * A month of days as a dialog with a grid (WAI-ARIA date picker dialog): days that are not lawful can
 * be reached, since they say why, and not be chosen. The panel's own date picker cannot say a reason
 * for each day to a screen reader, and counts in the zone of the browser.
 */
export const Calendar = ({
  answer,
  chosen,
  focused,
  onChoose,
  onClose,
  onFocus,
}: {
  /** Of the month of the focused day. */
  answer: MonthAnswer
  chosen: null | string
  focused: CivilDate
  onChoose: (day: CivilDate) => void
  onClose: () => void
  onFocus: (day: CivilDate) => void
}) => {
  const say = useWords()
  const { i18n } = useTranslation()
  const headingId = useId()
  const dialog = useRef<HTMLDivElement>(null)
  const grid = useRef<HTMLTableElement>(null)
  // The focus follows the keys, and stays on the buttons that turn the pages.
  const [shouldMoveFocus, setShouldMoveFocus] = useState(true)
  const [hovered, setHovered] = useState<CivilDate | null>(null)
  const [isRefused, setIsRefused] = useState(false)
  const weekday = firstWeekday(i18n.language)
  const first = `${focused.slice(0, 7)}-01` as CivilDate
  const days = typeof answer === 'object' ? answer : undefined
  const dayOf = (date: CivilDate | null): Day | undefined =>
    days?.days.find((day) => day.date === date)
  const described = dayOf(hovered ?? focused)

  useEffect(() => {
    if (shouldMoveFocus) {
      grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
    }
  }, [focused, shouldMoveFocus])

  // It grows with what is said of its days.
  const isAnswered = answer !== undefined
  useEffect(() => {
    dialog.current?.scrollIntoView({ block: 'nearest' })
  }, [isAnswered])

  const go = (day: CivilDate | null) => {
    if (day) {
      setIsRefused(false)
      onFocus(day)
    }
  }
  const turn = (months: number) => {
    setShouldMoveFocus(false)
    go(orNull(() => addCivilMonths(focused, months)))
  }
  const choose = (date: CivilDate) => {
    const day = dayOf(date)
    // What could not be found out is for the publication to check.
    if (answer === 'failed' || (day && !day.problem)) {
      onChoose(date)
      return
    }
    setShouldMoveFocus(true)
    onFocus(date)
    setIsRefused(true)
  }
  const handleKey = (event: KeyboardEvent<HTMLTableElement>) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      choose(focused)
      return
    }
    const next = dayAfterKey({
      day: focused,
      isRightToLeft: getComputedStyle(event.currentTarget).direction === 'rtl',
      isShifted: event.shiftKey,
      key: event.key,
      weekday,
    })
    if (next) {
      event.preventDefault()
      setShouldMoveFocus(true)
      go(next)
    }
  }
  const earliest = days?.earliestEffectiveOn

  return (
    <div
      aria-label={say.word('calendarChoose')}
      aria-modal="true"
      className="policy-calendar"
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          // Not for the drawer that the field may stand in.
          event.stopPropagation()
          onClose()
        }
        keepFocusInside(event)
      }}
      ref={dialog}
      role="dialog"
    >
      <div className="policy-calendar__head">
        <TurnButton label={say.word('calendarBack')} onTurn={() => turn(-1)} sign="‹" />
        <p aria-live="polite" className="policy-calendar__month" id={headingId}>
          {say.month(first)}
        </p>
        <TurnButton label={say.word('calendarNext')} onTurn={() => turn(1)} sign="›" />
      </div>
      <table
        aria-busy={answer === undefined}
        aria-labelledby={headingId}
        onKeyDown={handleKey}
        onMouseLeave={() => setHovered(null)}
        ref={grid}
        role="grid"
      >
        <thead>
          <tr>
            {weekdayNames({ language: i18n.language, weekday }).map(({ long, short }) => (
              <th abbr={long} key={long} scope="col">
                {short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf({ first, weekday }).map((week, index) => (
            <tr key={index}>
              {week.map((date, column) =>
                date === null ? (
                  <td key={column} />
                ) : (
                  <DayCell
                    date={date}
                    day={dayOf(date)}
                    description={descriptionOf({ answer, day: dayOf(date), say })}
                    isChosen={date === chosen}
                    isEarliest={date === earliest}
                    isFocused={date === focused}
                    isPossible={answer === 'failed' || dayOf(date)?.problem === null}
                    isToday={date === days?.today}
                    key={date}
                    onChoose={() => choose(date)}
                    onHover={() => setHovered(date)}
                  />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="policy-calendar__reason" data-refused={isRefused}>
        <strong>{say.date(described?.date ?? focused)}</strong>
        <span>{descriptionOf({ answer, day: described, say })}</span>
        {/* The words stand above already; they are for those who do not see them. */}
        <span className="policy-calendar__spoken" role="alert">
          {isRefused &&
            `${say.word('calendarRefused')} ${descriptionOf({ answer, day: dayOf(focused), say })}`}
        </span>
      </div>
      <p className="policy-calendar__legend">
        <span className="policy-calendar__sample policy-calendar__sample--unlawful">1</span>{' '}
        {say.word('calendarLegendUnlawful')}{' '}
        {days?.days.some(({ business }) => business) && (
          <>
            <span className="policy-calendar__sample policy-calendar__sample--off">1</span>{' '}
            {say.word('calendarLegendOff')}{' '}
          </>
        )}
        {days?.days.some(({ isByException, problem }) => isByException && !problem) && (
          <>
            <span className="policy-calendar__sample policy-calendar__sample--exception">1</span>{' '}
            {say.word('calendarLegendException')}
          </>
        )}
      </p>
      <div className="policy-calendar__foot">
        {earliest && (
          <Button margin={false} onClick={() => onChoose(earliest)} size="small">
            {say.word('earliestLawful', { date: say.shortDate(earliest) })}
          </Button>
        )}
        {days && !earliest && <p>{say.word('noEarliest')}</p>}
        <Button buttonStyle="secondary" margin={false} onClick={onClose} size="small">
          {say.word('close')}
        </Button>
      </div>
    </div>
  )
}

const descriptionOf = ({
  answer,
  day,
  say,
}: {
  answer: MonthAnswer
  day: Day | undefined
  say: ReturnType<typeof useWords>
}): string => {
  if (answer === 'failed') {
    return say.word('daysUnknown')
  }
  return answer && day
    ? dayWords({ day, say, timeZone: answer.timeZone })
    : say.word('calendarBusy')
}

const TurnButton = ({
  label,
  onTurn,
  sign,
}: {
  label: string
  onTurn: () => void
  sign: string
}) => (
  <button aria-label={label} className="policy-calendar__turn" onClick={onTurn} type="button">
    <span aria-hidden="true">{sign}</span>
  </button>
)

/** One day; its name holds what follows from it, for those who do not see the grey. */
const DayCell = ({
  date,
  day,
  description,
  isChosen,
  isEarliest,
  isFocused,
  isPossible,
  isToday,
  onChoose,
  onHover,
}: {
  date: CivilDate
  day: Day | undefined
  description: string
  isChosen: boolean
  isEarliest: boolean
  isFocused: boolean
  isPossible: boolean
  isToday: boolean
  onChoose: () => void
  onHover: () => void
}) => {
  const say = useWords()
  const isOff = day?.business && day.business.kind !== 'business_day'
  const marks = {
    chosen: isChosen,
    earliest: isEarliest,
    exception: day?.isByException && !day.problem,
    off: isOff,
    today: isToday,
    unlawful: day?.problem,
  }
  const today = isToday ? ` (${say.word('dayToday')})` : ''

  return (
    <td
      aria-disabled={!isPossible}
      aria-label={`${say.date(date)}${today}. ${description}`}
      aria-selected={isChosen}
      className={[
        'policy-calendar__day',
        ...Object.entries(marks).flatMap(([name, holds]) =>
          holds ? `policy-calendar__day--${name}` : [],
        ),
      ].join(' ')}
      data-date={date}
      onClick={onChoose}
      onMouseEnter={onHover}
      role="gridcell"
      tabIndex={isFocused ? 0 : -1}
    >
      {Number(date.slice(8))}
    </td>
  )
}
