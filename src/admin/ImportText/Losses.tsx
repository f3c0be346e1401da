'use client'
import { Fragment } from 'react'

import type { DroppedKind } from '../../domain/textImport/dropped.js'
import type { NoteCode } from '../../domain/textImport/note.js'
import type { TextImport } from '../../operations/importText.js'
import type { Words } from '../../translations/en.js'

import { useWords } from '../useWords.js'

type Word = keyof Words['admin']

/** What was done to a text, and what was not taken over, with examples. */
export const Losses = ({ imported: { dropped, notes } }: { imported: TextImport }) => {
  const { word } = useWords()

  return (
    <>
      {notes.length > 0 && (
        <section className="policy-import__notes">
          <h4>{word('textImportNotes')}</h4>
          <ul>
            {notes.map(({ code, count }) => (
              <li key={code}>{word(noteWords[code], { count: String(count) })}</li>
            ))}
          </ul>
        </section>
      )}
      <section className="policy-import__losses">
        <h4>{word('textImportDropped')}</h4>
        {dropped.length === 0 ? (
          <p>{word('textImportDroppedNone')}</p>
        ) : (
          <ul>
            {dropped.map(({ count, kind, samples }) => (
              <li key={kind}>
                {word(droppedWords[kind])}: {count}
                {samples.length > 0 && (
                  <small>
                    {samples.map((sample, index) => (
                      <Fragment key={index}>
                        {index > 0 && ' · '}
                        <bdi>{sample}</bdi>
                      </Fragment>
                    ))}
                  </small>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  )
}

const noteWords: Record<NoteCode, Word> = {
  BOLD_HEADINGS: 'textNoteBoldHeadings',
  COPIES_DIFFER: 'textNoteCopiesDiffer',
  ENCODING_GUESSED: 'textNoteEncodingGuessed',
  FOOTNOTES: 'textNoteFootnotes',
  LETTERED_LISTS: 'textNoteLetteredLists',
  NUMBERED_HEADINGS: 'textNoteNumberedHeadings',
  RELATIVE_LINKS: 'textNoteRelativeLinks',
}

const droppedWords: Record<DroppedKind, Word> = {
  comment: 'textDroppedComment',
  embedded: 'textDroppedEmbedded',
  fieldCode: 'textDroppedFieldCode',
  form: 'textDroppedForm',
  hidden: 'textDroppedHidden',
  inPageLink: 'textDroppedInPageLink',
  link: 'textDroppedLink',
  navigation: 'textDroppedNavigation',
  number: 'textDroppedNumber',
  pageHeader: 'textDroppedPageHeader',
  pageNumber: 'textDroppedPageNumber',
  picture: 'textDroppedPicture',
  repeated: 'textDroppedRepeated',
  script: 'textDroppedScript',
  style: 'textDroppedStyle',
  unknown: 'textDroppedUnknown',
  wordComment: 'textDroppedWordComment',
  wordDeletion: 'textDroppedWordDeletion',
  wordStyle: 'textDroppedWordStyle',
}
