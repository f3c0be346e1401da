import type { Config } from 'payload'

import { describe, expect, it } from 'vitest'

import { languages, wordsOf } from '../../../src/translations/index.js'
import { namespace } from '../../../src/translations/namespace.js'
import { withTranslations } from '../../../src/translations/withTranslations.js'

const translationsOf = (i18n: Config['i18n']) =>
  withTranslations(i18n).translations as Record<string, Record<string, Record<string, string>>>

describe('the words in Payload’s translations', () => {
  it('are English ones where the panel has a language that there are none for', () => {
    const { it: italian } = translationsOf({ supportedLanguages: { it: {} as never } })

    expect(italian?.[namespace]).toEqual(wordsOf('en').admin)
  })

  it('are the host’s where it has some, beside its own namespaces', () => {
    const { de } = translationsOf({
      translations: { de: { [namespace]: { cancel: 'Zurück' }, shop: { cart: 'Korb' } } },
    })

    expect(de?.[namespace]).toEqual({ ...languages.de!.admin, cancel: 'Zurück' })
    expect(de?.shop).toEqual({ cart: 'Korb' })
  })
})
