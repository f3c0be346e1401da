import { escapeHtml } from '../rendering/escapeHtml.js'

/** A footnote at the beginning of its line: its name, and its words. */
const footnote = /^ {0,3}\[\^([^\]\s]+)\]:[ \t]*(?=\S)/u

/**
 * Markdown's footnotes with their numbers as raised text, and their words where they stand. Markdown by
 * itself knows none: it takes a short one for the address of a link and loses it. What is called a
 * footnote follows GitHub: https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#footnotes
 */
export const withFootnotes = (lines: readonly string[]): { count: number; lines: string[] } => {
  const isCode = codeLines(lines)
  const names = new Set(
    lines.flatMap((line, index) => (isCode[index] ? [] : (footnote.exec(line)?.[1] ?? []))),
  )
  let isInside = false

  return {
    count: names.size,
    lines:
      names.size === 0
        ? [...lines]
        : lines.flatMap((line, index) => {
            if (isCode[index]) {
              isInside = false
              return line
            }
            const [opening, name] = footnote.exec(line) ?? []
            isInside = name !== undefined || (isInside && /^(?:[ \t]|$)/u.test(line))
            // Indented, its further paragraphs would be taken for code.
            const words = isInside ? line.slice(opening?.length ?? 0).trimStart() : line

            return name === undefined
              ? raised({ names, words })
              : ['', `${raise(name)} ${raised({ names, words })}`]
          }),
  }
}

const raised = ({ names, words }: { names: ReadonlySet<string>; words: string }): string =>
  words.replaceAll(/(?<!\\)\[\^([^\]\s]+)\]/gu, (mark, name: string) =>
    names.has(name) ? raise(name) : mark,
  )

const raise = (name: string): string => `<sup>${escapeHtml(name)}</sup>`

/** The lines within fences, in which no mark means anything. */
const codeLines = (lines: readonly string[]): boolean[] => {
  let fence: string | undefined

  return lines.map((line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/u.exec(line)?.[1]
    const wasInside = fence !== undefined

    if (fence === undefined) {
      fence = mark
    } else if (mark?.startsWith(fence)) {
      fence = undefined
    }
    return wasInside || mark !== undefined
  })
}
