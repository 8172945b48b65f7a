import type { ComponentChildren } from 'preact';
import { useAppContext } from '../app-context.ts';

interface Props {
  href: string;
  class?: string;
  children: ComponentChildren;
  /** The id to mark read when the link is followed. */
  reads?: string | undefined;
  /** Arrow keys of a list reach it. */
  inList?: boolean;
  /** The user followed the link, which marks its paper read. */
  onFollow?: (() => void) | undefined;
}

/** An ordinary link inside a page; in Kindred's own views it opens a tab. */
export function PaperLink({ href, class: name, children, reads, inList, onFollow }: Props) {
  const { background, open, onUnreadChange } = useAppContext();
  const follow = (event: MouseEvent) => {
    // `auxclick` fires for the secondary button too, which opens the browser's menu.
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
