import { Modal, type ModalProps } from 'antd'

/** A dialog within the page's own root: put under the body, antd would write a style that the page's policy forbids. */
export function Dialog(props: ModalProps) {
  return <Modal getContainer={rootOfPage} {...props} />
}

function rootOfPage(): HTMLElement {
  return document.querySelector<HTMLElement>('#page') ?? document.body
}
