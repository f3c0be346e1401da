import { expect, it } from 'vitest'

import { droppedFindings } from '../../../../src/domain/textLint/droppedFindings.js'
import { body, link, paragraph, text } from './states.js'

const upload = { type: 'upload', value: 7 }
const riddle = (...children: Parameters<typeof paragraph>) => ({
  ...paragraph(...children),
  type: 'riddle',
})

it('names what is not shown, and how often', () => {
  expect(droppedFindings(body('Cider', upload, riddle('Words'), upload))).toEqual([
    {
      code: 'CONTENT_DROPPED',
      excerpt: 'riddle (1), upload (2)',
      key: 'CONTENT_DROPPED:riddle (1), upload (2)',
      message:
        'The text has content that the public page will not show: riddle (1), upload (2). Only the words in it stay. Take it out, or say in words what it shows.',
    },
  ])
})

it('says where links may lead, where one leads elsewhere', () => {
  const [finding] = droppedFindings(
    body(paragraph(link({ url: 'ftp://cider.example', words: 'x' }))),
  )

  expect(finding?.excerpt).toBe('link (1)')
  expect(finding?.message).toMatch(/https:.*mailto:.*tel:/u)
})

it('names ten kinds at most', () => {
  const nodes = Array.from({ length: 12 }, (_, index) => ({ type: `kind-${index + 10}` }))

  expect(droppedFindings(body(...nodes))[0]?.excerpt).toMatch(/^kind-10 \(1\),.*kind-19 \(1\), …$/u)
})

it('finds nothing in what is shown as it is, or is no text', () => {
  expect(droppedFindings(body(text('Cider'), 'Pears', paragraph()))).toEqual([])
  expect(droppedFindings(null)).toEqual([])
})
