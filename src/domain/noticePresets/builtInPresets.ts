import type { NoticePresets } from './noticePreset.js'

import {
  directNoticeBeforeEffect,
  noIndividualNotice,
  thirtyBusinessDays,
  websiteOnlyWithPublication,
} from './promisedRegimes.js'
import { euEecc, euGdpr, euP2b, euPsd2, usRegDd, usRegE, usRegZ } from './statutes.js'

/** The presets that every installation has, by the name that terms call them. Not legal advice. */
export const builtInPresets: NoticePresets = {
  'direct-notice-before-effect': directNoticeBeforeEffect,
  'eu-eecc': euEecc,
  'eu-gdpr': euGdpr(),
  'eu-p2b': euP2b,
  'eu-psd2': euPsd2,
  'no-individual-notice': noIndividualNotice,
  'thirty-business-days': thirtyBusinessDays,
  'us-reg-dd': usRegDd,
  'us-reg-e': usRegE,
  'us-reg-z': usRegZ,
  'website-only-with-publication': websiteOnlyWithPublication,
}
