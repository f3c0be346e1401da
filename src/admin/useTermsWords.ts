'use client'
import { useTranslation } from '@payloadcms/ui'

import type { NoticePreset } from '../domain/noticePresets/noticePreset.js'
import type { ReportedClause } from '../domain/noticeReport.js'
import type { NoticeTerms } from '../domain/noticeTerms.js'

import { presetInWords, promisedInWords, termsInWords } from '../domain/termsInWords.js'
import { useWords } from './useWords.js'

/** Notice terms and presets as sentences in the language of the admin panel. */
export const useTermsWords = () => {
  const { i18n } = useTranslation()
  const { word: say } = useWords()
  const speech = { language: i18n.language, say }

  return {
    presetWords: (preset: NoticePreset): string => presetInWords({ ...speech, preset }),
    promisedWords: ({ calendar, period }: Pick<ReportedClause, 'calendar' | 'period'>): string =>
      promisedInWords({ ...speech, calendar, period }),
    termsWords: (terms: NoticeTerms): string => termsInWords({ ...speech, terms }),
  }
}
