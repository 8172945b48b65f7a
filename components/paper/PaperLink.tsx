import type { ComponentChildren } from 'preact';
import { useAppContext } from '../app-context.ts';

interface Props {
  href: string;
  class?: string;
  children: ComponentChildren;
  /** The ids to mark read when the link is followed. */
  reads?: string;
  /** Takes part in moving through a list by arrow keys. */
  inList?: boolean;
  /** The link was followed, and its paper is read. */
  onFollow?: (() => void) | undefined;
}

/** An ordinary link on a page; in Kindred's own views it opens in a tab. */
export function PaperLink({ href, class: name, children, reads, inList, onFollow }: Props) {
  const { background, open, onUnreadChange } = useAppContext();
  const follow = (event: MouseEvent) => {
    if (event.button === 2) return;
    onFollow?.();
    if (reads)
      background.markRead({ ids: [reads], read: true }).then(onUnreadChange, () => undefined);
    if (!open) return;
    event.preventDefault();
    open(href, { background: event.ctrlKey || event.metaKey || event.button === 1 });
  };
  return (
    <a
      class={name}
      href={href}
      onClick={follow}
      onAuxClick={follow}
      data-in-list={inList ? '' : undefined}
    >
      {children}
    </a>
  );
}
