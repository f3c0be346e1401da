'use client'
import { Modal, useModal } from '@payloadcms/ui'
import { type ReactNode, useEffect, useId, useRef } from 'react'

/** A dialog that is open as long as it is rendered. The focus stays inside, Escape closes it, and the focus goes back to where it was. */
export const Dialog = ({
  children,
  heading,
  onClose,
}: {
  children: ReactNode
  heading: string
  onClose: () => void
}) => {
  const id = useId()
  const headingId = useId()
  const { closeModal, isModalOpen, openModal } = useModal()
  const wasOpen = useRef(false)
  const isOpen = isModalOpen(id)

  useEffect(() => {
    openModal(id)
    return () => closeModal(id)
  }, [closeModal, id, openModal])

  useEffect(() => {
    // Escape is the panel's to hear: it closes the dialog that was opened last.
    if (wasOpen.current && !isOpen) {
      onClose()
    }
    wasOpen.current = isOpen
    // The callback of a render that nothing opened or closed is of no interest.
  }, [isOpen])

  return (
    <Modal
      aria-labelledby={headingId}
      className="policy-dialog"
      closeOnBlur={false}
      focusTrapOptions={{ initialFocus: () => document.getElementById(headingId) ?? false }}
      slug={id}
    >
      <div className="policy-dialog__window">
        <h2 className="policy-dialog__heading" id={headingId} tabIndex={-1}>
          {heading}
        </h2>
        {children}
      </div>
    </Modal>
  )
}
