import { Anchor, type AnchorProps } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { addressOfDocument } from './built-in';

interface DocumentLinkProps extends AnchorProps {
  readonly orderId: string;
  /** A built-in kind, or `custom`. */
  readonly kind: string;
  readonly id: string;
  readonly children: ReactNode;
}

/** The way to the page of a document, wherever one is named. */
export function DocumentLink({ orderId, kind, id, children, ...look }: DocumentLinkProps) {
  return (
    <Anchor component={Link} to={addressOfDocument(orderId, kind, id)} size="sm" {...look}>
      {children}
    </Anchor>
  );
}
