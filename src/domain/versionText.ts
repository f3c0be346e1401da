/** The forms in which a text was sealed: as the editor has it, or as it was rendered. */
export const textForms = ['body', 'html', 'markdown', 'text'] as const

export type TextForm = (typeof textForms)[number]

/** Which text is wanted of a version: in the language that was asked for, in the forms that an answer is written from. */
export type WantedText = { forms: readonly TextForm[]; locale: string }

/** The text of a version in a language, in the forms that were asked for; empty where it has none in it. */
export type VersionText = { body?: unknown; html?: string; markdown?: string; text?: string }
