import { Modal, type ModalProps } from 'antd'

/**
 * A dialog within the page's own root: put under the body, antd would write a style that the page's policy forbids. Its state is
 * in the page from the moment that it changes, for `isDialogOpen`; what antd shows of it follows when it has moved.
 */
export function Dialog(props: ModalProps) {
  return <Modal getContainer={rootOfPage} data-dialog={props.open === true ? 'open' : 'closed'} {...props} />
}

export function isDialogOpen(): boolean {
  return document.querySelector('[data-dialog=open]') !== null
}

/** Whether that stands in a dialog; where none is open, in one that is on its way out. */
export function isInDialog(element: Element): boolean {
  return element.closest('[data-dialog]') !== null
}

function rootOfPage(): HTMLElement {
  return document.querySelector<HTMLElement>('#page') ?? document.body
}
