'use client'
import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'

/** Pixels of the picture, from the top of a lane downwards. */
export const measures = {
  axis: 44,
  bar: 16,
  bracket: 7,
  gap: 8,
  row: 17,
  shown: 5,
} as const

/** The height of a lane with so many rows of labels. */
export const laneHeight = (rows: number): number => {
  const { bar, bracket, gap, row, shown } = measures
  return gap + rows * row + bracket + bar + shown + gap
}

/** The width of an element, as it changes; 0 before it is known. */
export const useWidthOf = (element: RefObject<HTMLElement | null>): number => {
  const [width, setWidth] = useState(0)

  useLayoutEffect(() => setWidth(element.current?.clientWidth ?? 0), [element])
  useEffect(() => {
    const observer = new ResizeObserver(() => setWidth(element.current?.clientWidth ?? 0))
    if (element.current) {
      observer.observe(element.current)
    }
    return () => observer.disconnect()
  }, [element])

  return width
}

/** The width of a text as the picture's style sheet writes it. */
export const textWidth = (text: string, family: string): number => {
  canvas ??= document.createElement('canvas').getContext('2d')
  if (!canvas) {
    return text.length * 8
  }
  canvas.font = `12px ${family}`
  return Math.ceil(canvas.measureText(text).width) + 4
}

let canvas: CanvasRenderingContext2D | null = null
