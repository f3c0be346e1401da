import { noDemand, type NoticePreset } from './noticePreset.js'

const noChannels = noDemand.channels

/**
 * Notice of a material change is posted on the website along with the updated text, and no other
 * notice is given.
 * Source: clause "When we change the policy in a material way a notice will be posted on our website
 * along with the updated privacy policy. No other notice of a material change shall be provided."
 */
export const websiteOnlyWithPublication: NoticePreset = {
  exceptions: [],
  isStatutory: false,
  material: {
    ...noDemand,
    channels: { ...noChannels, allOf: ['homepage'], prohibited: ['*'] },
  },
  other: noDemand,
  source: 'Policies that post a notice on the website along with the new text, and give no other',
}

/**
 * Notice of a material change is given on the website at least thirty business days before it takes
 * effect. The terms that name it say which calendar's business days.
 * Source: clause "will provide notification of the material changes … through the Company's Web sites
 * at least thirty (30) business days prior to the change taking effect".
 */
export const thirtyBusinessDays: NoticePreset = {
  exceptions: [],
  isStatutory: false,
  material: {
    channels: { ...noChannels, allOf: ['homepage'] },
    period: { amount: 30, unit: 'business_days' },
    relation: 'before',
  },
  other: noDemand,
  source: 'Policies that promise thirty business days on their web sites before a material change',
}

/**
 * Notice of a material change by e-mail or on the homepage, before it takes effect, with no minimum;
 * of any other change by the date at the top, and at will by a statement on the homepage or e-mail.
 * Source: clause "we will notify you more directly by email or by means of a notice on the home page
 * prior to the change becoming effective".
 */
export const directNoticeBeforeEffect: NoticePreset = {
  exceptions: [],
  isStatutory: false,
  material: {
    ...noDemand,
    channels: { ...noChannels, anyOf: ['homepage', 'e-mail'] },
    relation: 'before',
  },
  other: { ...noDemand, channels: { ...noChannels, optional: ['homepage', 'e-mail'] } },
  source:
    'Policies that promise an e-mail or a homepage notice before a material change takes effect',
}

/**
 * Nobody is notified individually; readers are asked to look from time to time.
 * Source: clause "will not individually notify you of any such updates to the Privacy Policy".
 */
export const noIndividualNotice: NoticePreset = {
  exceptions: [],
  isStatutory: false,
  material: { ...noDemand, channels: { ...noChannels, prohibited: ['individual'] } },
  other: { ...noDemand, channels: { ...noChannels, prohibited: ['individual'] } },
  source: 'Policies that say that nobody is notified individually of updates',
}
