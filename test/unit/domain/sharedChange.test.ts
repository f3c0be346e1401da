import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { sentencesOf, sharedChange } from '../../../src/domain/sharedChange.js'
import { state } from './redline/states.js'

const inForce = ['We keep orders for ten years.', 'We sell no data.', 'Write to us by e-mail.']
const announced = ['We keep orders for two years.', 'We sell no data.', 'Write to us by e-mail.']

const textOf = (sentences: readonly string[]) =>
  sentencesOf({ en: { body: state(sentences), title: 'Privacy' } })

const shared = (
  draft: readonly string[],
  pending: readonly string[] = announced,
  pendingBefore: readonly string[] = inForce,
) =>
  sharedChange({
    before: textOf(inForce),
    draft: textOf(draft),
    pending: textOf(pending),
    pendingBefore: textOf(pendingBefore),
  })

describe('a draft before an announced version', () => {
  it('is undone by it where it changes what that one keeps', () => {
    expect(shared([inForce[0]!, inForce[1]!, 'Write to us by post.'])).toEqual({
      isAnticipated: false,
      isUndone: true,
    })
  })

  it('puts in force early what that one changes, and is not undone by it', () => {
    expect(shared(announced)).toEqual({ isAnticipated: true, isUndone: false })
  })

  it('is both where it changes something of its own besides', () => {
    expect(shared([...announced.slice(0, 2), 'Write to us by post.'])).toEqual({
      isAnticipated: true,
      isUndone: true,
    })
  })

  it('is undone alone where it says the same sentence in another way', () => {
    expect(shared(['We keep orders for three years.', ...inForce.slice(1)])).toEqual({
      isAnticipated: false,
      isUndone: true,
    })
  })

  it('puts in force early that a sentence is dropped', () => {
    const dropped = [inForce[0]!, inForce[2]!]

    expect(shared(dropped, dropped)).toEqual({ isAnticipated: true, isUndone: false })
  })

  it('anticipates what an announced version brings, and not the one after it that keeps it', () => {
    const later = [...announced.slice(0, 2), 'Write to us by post.']

    expect(shared(announced, later, announced)).toEqual({ isAnticipated: false, isUndone: false })
    expect(shared(later, later, announced)).toMatchObject({ isAnticipated: true })
  })

  it('changes something else where its text is the one before', () => {
    expect(shared(inForce)).toEqual({ isAnticipated: false, isUndone: true })
  })

  it('anticipates nothing where it is the first in force', () => {
    expect(
      sharedChange({
        before: null,
        draft: textOf(announced),
        pending: textOf(announced),
        pendingBefore: null,
      }),
    ).toEqual({ isAnticipated: false, isUndone: true })
  })

  it('has nothing in common with what another language says', () => {
    const german = sentencesOf({ de: { body: state(announced) } })

    expect(
      sharedChange({
        before: textOf(inForce),
        draft: textOf(announced),
        pending: german,
        pendingBefore: textOf(inForce),
      }),
    ).toMatchObject({ isAnticipated: false, isUndone: true })
  })

  it('that adds sentences of the announced version always anticipates it', () => {
    const sentence = fc.stringMatching(/^[A-Z][a-z]{2,8} [a-z]{2,8}\.$/u)
    const sentences = fc.uniqueArray(sentence, { maxLength: 8 })

    fc.assert(
      fc.property(
        sentences,
        fc.uniqueArray(sentence, { minLength: 1 }),
        sentences,
        (old, come, own) => {
          const added = come.filter((each) => !old.includes(each))
          const { isAnticipated } = sharedChange({
            before: textOf(old),
            draft: textOf([...old, ...own, ...added]),
            pending: textOf([...old, ...added]),
            pendingBefore: textOf(old),
          })

          expect(isAnticipated).toBe(added.length > 0)
        },
      ),
    )
  })
})
