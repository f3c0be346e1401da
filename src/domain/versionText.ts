/** The forms in which a text was sealed: as the editor has it, or as it was rendered. */
export const textForms = ['body', 'html', 'markdown', 'text'] as const

export type TextForm = (typeof textForms)[number]

/** Which text is wanted of a version: in the language that was asked for, in the forms that an answer is written from. */
export type WantedText = { forms: readonly TextForm[]; locale: string }

/** The text of a version in a language, in the forms that were asked for; empty where it has none in it. */
export type VersionText = { body?: unknown; html?: string; markdown?: string; text?: string }

/** The same as it is stored: most answers pass on what the editor has as the JSON that it is. */
export type StoredText = Omit<VersionText, 'body'> & { body?: null | string }

/** A text as it is stored, for whoever reads what the editor has. */
export const versionText = ({ body, ...text }: StoredText): VersionText => ({
  ...(body !== undefined && { body: body === null ? null : (JSON.parse(body) as unknown) }),
  ...text,
})

/** Something as JSON with a text at its end, so that the rest can be read before the text has come. */
export const jsonWithText = (rest: object, { body, ...text }: StoredText): string =>
  `{${[membersOf(rest), body === undefined ? '' : `"body":${body}`, membersOf(text)]
    .filter(Boolean)
    .join(',')}}`

const membersOf = (value: object): string => JSON.stringify(value).slice(1, -1)
