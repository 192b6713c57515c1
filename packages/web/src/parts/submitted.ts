import type { SubmitEvent } from 'react';

/** A form that is sent by script: the browser does not leave the page. */
export const submitted =
  (send: () => void) =>
  (event: SubmitEvent): void => {
    event.preventDefault();
    send();
  };
