import { useCallback, useRef, useState } from 'preact/hooks';
import type { DigestLine } from '../../lib/answers/reader/reader-answers.ts';
import type { Failure } from '../../lib/failure/failure.ts';
import type { Marks } from '../../lib/marks/marks.ts';
import type { PaperId } from '../../lib/paper/paper.ts';
import { useAppContext } from '../app-context.ts';
import { toFailure } from '../use-answer.ts';

const mostAtOnce = 50;
/** Rows ahead that must be there; more are asked for with them. */
const soon = 20;
/** Of more, those met longest ago are asked for again when they come back. */
const mostKept = 3_000;

export interface VisiblePapers {
  get: (id: PaperId) => DigestLine | undefined;
  /** Listed, and no longer stored when it was asked for. */
  isGone: (id: PaperId) => boolean;
  /** The rows now drawn and those ahead: what is missing is asked for, one question at a time. */
  want: (drawn: PaperId[], ahead: PaperId[]) => void;
  mark: (id: PaperId, marks: Partial<Marks>) => void;
  failure: Failure | null;
  retry: () => void;
}

/** Papers of the list by id, as they come into view. `first` came with the list itself. */
export function useVisiblePapers(first: DigestLine[] | null): VisiblePapers {
  const { background } = useAppContext();
  const [, redraw] = useState(0);
  const [failure, setFailure] = useState<Failure | null>(null);
  const kept = useRef(new Map<PaperId, DigestLine>());
  const gone = useRef(new Set<PaperId>());
  /** Those gone that were asked for since the list came. */
  const sought = useRef(new Set<PaperId>());
  const wanted = useRef<{ drawn: PaperId[]; ahead: PaperId[] }>({ drawn: [], ahead: [] });
  const asking = useRef(false);
  /** After a failure nothing is asked until the user says so. */
  const failed = useRef(false);
  const taken = useRef<DigestLine[] | null>(null);

  const take = (lines: DigestLine[]) => {
    for (const line of lines) {
      kept.current.delete(line.paper.id);
      kept.current.set(line.paper.id, line);
    }
    const drawn = new Set(wanted.current.drawn);
    for (const id of kept.current.keys()) {
      if (kept.current.size <= mostKept) break;
      if (!drawn.has(id)) kept.current.delete(id);
    }
  };
  if (first !== null && first !== taken.current) {
    taken.current = first;
    // Asked for once more; shown as gone until they are there.
    sought.current.clear();
    take(first);
  }

  const ask = useCallback(() => {
    if (asking.current || failed.current) return;
    const lacks = (id: PaperId) => !kept.current.has(id) && !sought.current.has(id);
    const { drawn, ahead } = wanted.current;
    if (!drawn.some(lacks) && !ahead.slice(0, soon).some(lacks)) return;
    const missing = [...drawn, ...ahead].filter(lacks).slice(0, mostAtOnce);
    asking.current = true;
    background.digestLines({ ids: missing }).then(
      (lines) => {
        asking.current = false;
        take(lines);
        for (const id of missing) {
          if (kept.current.has(id)) {
            gone.current.delete(id);
          } else {
            gone.current.add(id);
            sought.current.add(id);
          }
        }
        redraw((turn) => turn + 1);
        ask();
      },
      (error: unknown) => {
        asking.current = false;
        failed.current = true;
        setFailure(toFailure(error));
      },
    );
  }, [background]);

  const want = useCallback(
    (drawn: PaperId[], ahead: PaperId[]) => {
      wanted.current = { drawn, ahead };
      ask();
    },
    [ask],
  );
  const mark = useCallback((id: PaperId, marks: Partial<Marks>) => {
    const line = kept.current.get(id);
    if (!line) return;
    const after = { ...line.marks, ...marks };
    kept.current.set(id, { ...line, marks: after, news: after.read ? [] : line.news });
    redraw((turn) => turn + 1);
  }, []);
  const retry = useCallback(() => {
    failed.current = false;
    setFailure(null);
    ask();
  }, [ask]);
  return {
    get: (id) => kept.current.get(id),
    isGone: (id) => gone.current.has(id),
    want,
    mark,
    failure,
    retry,
  };
}
