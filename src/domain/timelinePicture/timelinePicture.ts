import type { BarKind, Lane, LaneMark, MarkKind } from './lanesOf.js'

import { placeLabels, type PlacedLabel } from './placeLabels.js'
import { type Tick, ticksOf } from './ticksOf.js'

/** A picture of a policy's versions on a time axis. Positions run from 0 to 1, from the past to the future. */
export type TimelinePicture = {
  /** The first and the last instant, in ms. */
  from: number
  lanes: PicturedLane[]
  ticks: PicturedTick[]
  to: number
  today: number
  /** In pixels. */
  width: number
}

/** A line of the axis; named where its name stands clear of today's line and of the end. */
export type PicturedTick = Tick & { isNamed: boolean }

export type PicturedLane = {
  bars: { from: number; isOpen: boolean; kind: BarKind; to: number }[]
  id: number | string
  marks: { at: number; instant: number; kinds: MarkKind[]; label: PlacedLabel }[]
  /** How many rows of labels stand above it. */
  rows: number
}

const day = 86_400_000

/** Pixels. */
const labelGap = 10
const tickRoom = 78
const nameRoom: Record<Tick['unit'], number> = { month: 64, week: 48, year: 36 }

/**
 * Lays a picture out: how wide it is, where everything stands, and in which row each label.
 * It shows everything that has a date, and at least some weeks around the present.
 */
export const timelinePicture = ({
  at,
  labelWidth,
  lanes,
  pixelsPerDay = 0,
  timeZone,
  width: least,
}: {
  at: Date
  /** The width, in pixels, of what is written at a mark. */
  labelWidth: (mark: LaneMark) => number
  lanes: readonly Lane[]
  /** The scale. @default as much as fits into the width */
  pixelsPerDay?: number
  timeZone: string
  /** The least width in pixels. */
  width: number
}): TimelinePicture => {
  const shown = spanOf({ at: +at, lanes })
  const widest = Math.max(0, ...lanes.flatMap(({ marks }) => marks.map(labelWidth)))
  const width = Math.max(least, ((shown.to - shown.from) / day) * pixelsPerDay + widest)
  // Behind the last mark there is room for what is written at it.
  const span = (shown.to - shown.from) / (1 - Math.min(0.4, widest / width))
  const position = (instant: number) => Math.max(0, Math.min(1, (instant - shown.from) / span))
  const today = position(+at)

  return {
    from: shown.from,
    lanes: lanes.map(({ bars, id, marks }) => {
      const placed = placeLabels({
        gap: labelGap / width,
        labels: marks.map((mark) => ({
          at: position(mark.at),
          width: Math.min(1, labelWidth(mark) / width),
        })),
      })

      return {
        bars: bars.map(({ from, kind, to }) => ({
          from: position(from),
          isOpen: to === Infinity,
          kind,
          to: position(to),
        })),
        id,
        marks: marks.map(({ at: instant, kinds }, index) => ({
          at: position(instant),
          instant,
          kinds,
          label: placed[index]!,
        })),
        rows: Math.max(0, ...placed.map(({ row }) => row + 1)),
      }
    }),
    ticks: ticksOf({
      from: shown.from,
      room: (tickRoom / width) * span,
      timeZone,
      to: shown.from + span,
    }).map((tick) => {
      const from = position(tick.at)
      const to = from + nameRoom[tick.unit] / width

      return { ...tick, at: from, isNamed: to <= 1 && !(from < today && today < to) }
    }),
    to: shown.from + span,
    today,
    width,
  }
}

/** From the first to the last of what has a date, with a margin. */
const spanOf = ({ at, lanes }: { at: number; lanes: readonly Lane[] }) => {
  const instants = [
    at - 30 * day,
    at + 30 * day,
    ...lanes.flatMap(({ bars, marks }) => [
      ...bars.flatMap(({ from, to }) => [from, to]),
      ...marks.map((mark) => mark.at),
    ]),
  ].filter(Number.isFinite)
  const from = Math.min(...instants)
  const to = Math.max(...instants)
  const margin = (to - from) * 0.02

  return { from: from - margin, to: to + margin }
}
