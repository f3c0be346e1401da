/** What was done to a text on the way, that a person should know. */
export type NoteCode =
  | 'BOLD_HEADINGS'
  | 'COPIES_DIFFER'
  | 'ENCODING_GUESSED'
  | 'FOOTNOTES'
  | 'LETTERED_LISTS'
  | 'NUMBERED_HEADINGS'
  | 'RELATIVE_LINKS'

/** Something that was done to a text, and how often. */
export type Note = { code: NoteCode; count: number }

/** Counts what was done. */
export const noteTally = (): {
  note: (code: NoteCode, count?: number) => void
  notes: () => Note[]
} => {
  const counts = new Map<NoteCode, number>()

  return {
    note: (code, count = 1) => {
      if (count > 0) {
        counts.set(code, (counts.get(code) ?? 0) + count)
      }
    },
    notes: () => [...counts].map(([code, count]) => ({ code, count })),
  }
}
