/**
 * The elements that Kindred adds to a page. They are `hidden`, and only the extension's own content
 * style shows them, so that Firefox, which removes that style with the add-on, hides them too.
 */

const hostName = 'kindred-panel';
/** The element beside a line of a listing. */
export const labelName = 'kindred-mark';

/** Height in CSS pixels that the panel takes in the right column, while loading and until it is used. */
const reservedHeight = 560;

/** Removes what an earlier Kindred, updated or restarted, left in the page. */
export function removeEarlierHosts(document: Document): void {
  for (const host of document.querySelectorAll(`${hostName},${labelName}`)) host.remove();
}

/** Returns a new host, not yet in the page. */
export function createHost(document: Document): HTMLElement {
  const host = document.createElement(hostName);
  host.hidden = true;
  return host;
}

/**
 * Keeps the host at its reserved height, whatever it shows, until the user clicks or types in it:
 * from then on it grows with what the user opens.
 */
export function holdUntilUsed(host: HTMLElement): void {
  host.dataset.rest = '';
  const release = (event: Event) => {
    if (!event.isTrusted) return;
    delete host.dataset.rest;
    host.style.setProperty('height', 'auto', 'important');
    host.style.setProperty('min-height', `${reservedHeight}px`, 'important');
  };
  host.addEventListener('click', release);
  host.addEventListener('keydown', release);
}

/**
 * Appends a host of fixed height to the right column of an arXiv abstract page as soon as the parser
 * has closed that column: what follows is laid out after it, so nothing that was painted shifts.
 * Returns null where the document is already parsed or has no such column, or where the column does
 * not float beside the text; the first frame shows that, since no frame comes before styles.
 */
export async function reserveInColumn(document: Document): Promise<HTMLElement | null> {
  if (document.readyState !== 'loading') return null;
  const column = await closedColumn(document);
  if (column === null) return null;
  const host = createHost(document);
  host.style.setProperty('height', `${reservedHeight}px`, 'important');
  column.append(host);
  await new Promise(requestAnimationFrame);
  if (getComputedStyle(column).cssFloat !== 'none') return host;
  host.remove();
  return null;
}

function closedColumn(document: Document): Promise<HTMLElement | null> {
  return new Promise((resolve) => {
    const check = (isParsed: boolean) => {
      const column = document.querySelector<HTMLElement>('.extra-services');
      if (!isParsed && !column?.nextElementSibling) return;
      observer.disconnect();
      resolve(column);
    };
    const observer = new MutationObserver(() => check(false));
    observer.observe(document, { childList: true, subtree: true });
    document.addEventListener('DOMContentLoaded', () => check(true), { once: true });
  });
}
