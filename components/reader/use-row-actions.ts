import { useState } from 'preact/hooks';
import type { Marks } from '../../lib/marks/marks.ts';
import type { PaperId } from '../../lib/paper/paper.ts';
import { useAppContext } from '../app-context.ts';
import { abstractUrl } from '../paper/paper-urls.ts';
import type { KeyAction } from './reader-keys.ts';
import { toggleMark } from './toggle-mark.ts';
import type { VisiblePapers } from './visible-papers.ts';

/** Which papers are expanded, and what keys do with a paper. */
export function useRowActions(papers: VisiblePapers, onMap: (id: PaperId) => void) {
  const { background, open, onUnreadChange } = useAppContext();
  const [expanded, setExpanded] = useState<ReadonlySet<PaperId>>(new Set());
  const [message, setMessage] = useState('');
  const toggle = (id: PaperId) =>
    setExpanded((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const setMark = (id: PaperId, mark: keyof Marks) => {
    const line = papers.get(id);
    if (!line) return;
    toggleMark(line, mark, background).then((result) => {
      setMessage(result.message);
      if (!result.marks) return;
      papers.mark(id, result.marks);
      onUnreadChange();
    });
  };
  const openPaper = (id: PaperId) => {
    const line = papers.get(id);
    const url = line && abstractUrl(line.paper);
    if (!url) return;
    open?.(url, { background: false });
    if (!line.marks.read) setMark(id, 'read');
  };
  const act = (id: PaperId, action: KeyAction) => {
    if (!papers.get(id)) return;
    if (action === 'expand') toggle(id);
    if (action === 'save') setMark(id, 'saved');
    if (action === 'read') setMark(id, 'read');
    if (action === 'map') onMap(id);
    if (action === 'open') openPaper(id);
  };
  return { expanded, toggle, act, message };
}
