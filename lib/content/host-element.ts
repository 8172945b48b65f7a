/**
 * The one element Kindred puts into a page. It is `hidden`, and shown by the extension's own
 * content style alone, so that in Firefox it vanishes with the add-on.
 */

export const hostName = 'kindred-panel';
/** What marks a line of a listing. */
export const labelName = 'kindred-mark';

/** Height in CSS pixels that the panel takes in the right column, at rest and while loading. */
const restHeight = 560;

/** Removes whatever an earlier Kindred, updated or restarted, left in the page. */
export function removeEarlierHosts(document: Document): void {
  for (const host of document.querySelectorAll(`${hostName},${labelName}`)) host.remove();
}

/** A new host, not yet in the page. */
export function createHost(document: Document): HTMLElement {
  const host = document.createElement(hostName);
  host.hidden = true;
  return host;
}

/**
 * Holds the host at its reserved height, whatever arrives in it, until the user clicks or types
 * there: from then on it grows with what the user opens.
 */
export function holdUntilUsed(host: HTMLElement): void {
  host.dataset.rest = '';
  const release = (event: Event) => {
    if (!event.isTrusted) return;
    delete host.dataset.rest;
    host.style.setProperty('height', 'auto', 'important');
    host.style.setProperty('min-height', `${restHeight}px`, 'important');
  };
  host.addEventListener('click', release);
  host.addEventListener('keydown', release);
}

/**
 * Puts a host of fixed height last into the right column of an arXiv abstract page as soon as the
 * parser has closed that column: what follows in the document is laid out after it, so nothing
 * that was painted moves. Null where the document is already there, has no such column, or does
 * not float it beside the text, which the first frame tells, since no frame comes before styles.
 */
export async function reserveInColumn(document: Document): Promise<HTMLElement | null> {
  if (document.readyState !== 'loading') return null;
  const column = await closedColumn(document);
  if (column === null) return null;
  const host = createHost(document);
  host.style.setProperty('height', `${restHeight}px`, 'important');
  column.append(host);
  await new Promise(requestAnimationFrame);
  if (getComputedStyle(column).cssFloat !== 'none') return host;
  host.remove();
  return null;
}

function closedColumn(document: Document): Promise<HTMLElement | null> {
  return new Promise((resolve) => {
    const look = (ended: boolean) => {
      const column = document.querySelector<HTMLElement>('.extra-services');
      if (!ended && !column?.nextElementSibling) return;
      observer.disconnect();
      resolve(column);
    };
    const observer = new MutationObserver(() => look(false));
    observer.observe(document, { childList: true, subtree: true });
    document.addEventListener('DOMContentLoaded', () => look(true), { once: true });
  });
}
