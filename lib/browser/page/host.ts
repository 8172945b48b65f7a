/**
 * The one element Kindred puts into a page. It is `hidden`, and shown by the extension's own
 * content style alone, so that in Firefox it vanishes with the add-on.
 */

export const hostName = 'kindred-panel';

/** Height in CSS pixels that the panel takes in the right column, at rest and while loading. */
export const restHeight = 340;

/** Removes whatever an earlier Kindred, updated or restarted, left in the page. */
export function removeEarlierHosts(document: Document): void {
  for (const host of document.querySelectorAll(hostName)) host.remove();
}

/** A new host, not yet in the page. */
export function createHost(document: Document): HTMLElement {
  const host = document.createElement(hostName);
  host.hidden = true;
  return host;
}

/** The right column of an arXiv abstract page, where it floats beside the text. */
export function rightColumn(document: Document): HTMLElement | null {
  const column = document.querySelector<HTMLElement>('.extra-services');
  if (column === null) return null;
  return getComputedStyle(column).cssFloat === 'none' ? null : column;
}

/**
 * Puts a host of fixed height last into the right column as soon as the parser has closed it:
 * what follows in the document is laid out after it, so nothing that was painted moves.
 * Calls back with the host, or with null where the document ends without such a column.
 */
export function reserveInColumn(
  document: Document,
  done: (host: HTMLElement | null) => void,
): void {
  const attempt = (ended: boolean): boolean => {
    const column = document.querySelector<HTMLElement>('.extra-services');
    const closed = column !== null && (ended || column.nextElementSibling !== null);
    if (!closed && !ended) return false;
    const target = rightColumn(document);
    if (target === null) {
      done(null);
      return true;
    }
    const host = createHost(document);
    host.style.setProperty('height', `${restHeight}px`, 'important');
    target.append(host);
    done(host);
    return true;
  };
  if (document.readyState !== 'loading') {
    done(null);
    return;
  }
  const observer = new MutationObserver(() => {
    if (attempt(false)) observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true });
  document.addEventListener(
    'DOMContentLoaded',
    () => {
      const waiting = observer.takeRecords();
      observer.disconnect();
      if (waiting.length > 0 || document.querySelector(hostName) === null) attempt(true);
    },
    { once: true },
  );
}
