import type { NoticeWindow } from '../operations/noticeWindow.js'

/** What a page shows of the dry run, which is asked for again and again. */
export type ShownWindow = {
  /** True where the newest answer did not come, so that what is shown may be out of date. */
  hasFailed: boolean
  /** The number of the question that it answers. */
  question: number
  window: NoticeWindow | undefined
}

/** Nothing was answered yet. */
export const nothingShown: ShownWindow = { hasFailed: false, question: 0, window: undefined }

/**
 * What is shown once a question is answered, or failed to be. Answers can overtake each other: one to an
 * older question than is shown already is dropped. A failure leaves what is there.
 */
export const shownAfter = ({
  answer,
  isRecount,
  question,
  shown,
}: {
  answer: NoticeWindow | undefined
  /** A recount is about the text on the screen; the answer about another one is dropped. */
  isRecount: boolean
  question: number
  shown: ShownWindow
}): ShownWindow => {
  if (question < shown.question) {
    return shown
  }
  if (!answer) {
    return { ...shown, hasFailed: true, question }
  }
  return isRecount && answer.fingerprint !== shown.window?.fingerprint
    ? shown
    : { hasFailed: false, question, window: answer }
}
